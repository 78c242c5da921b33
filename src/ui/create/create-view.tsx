import type { Job } from '../../jobs/job'
import { OFFERED } from '../../segmind/request'
import { strings } from '../../strings'
import { PromptColors } from '../colors/prompt-colors'
import { RecolorView } from '../colors/recolor-view'
import type { Panel } from '../panel'
import { useAnnounced } from '../parts/announced'
import { Button } from '../parts/button'
import { NoticeView } from '../parts/notice'
import { NumberSelect } from '../parts/number-select'
import { JobRow } from './job-row'
import { ModelPicker } from './model-picker'
import { PictureNotices } from './picture-notices'
import { PromptField } from './prompt-field'
import { RecipeCard } from './recipe-card'
import { ResultView } from './result-view'
import { SamplesBanner } from './samples-banner'
import { SizePicker } from './size-picker'
import { StylePicker } from './style-picker'

/** The main job: what to draw, how it goes, what came of it. While nothing is known yet, the prompt, which stays where it is. */
export function CreateView({ panel }: { readonly panel: Panel }) {
  const { generation, settings } = panel
  if (panel.isRecoloring.value) return <RecolorView panel={panel} />
  const isKnown = settings.status.value === 'ready'
  return (
    <>
      <div class="body">
        {panel.sampling.value && <SamplesBanner panel={panel} />}
        <PromptField
          value={generation.prompt.value}
          limit={settings.model.value.promptLimit}
          earlier={earlierPrompts(panel.jobs.all.value)}
          onInput={(value) => {
            generation.prompt.value = value
          }}
        />
        {isKnown && <Choices panel={panel} />}
      </div>
      {isKnown && <Footer panel={panel} />}
    </>
  )
}

/** What goes with the prompt, and the picture that came of the last one. */
function Choices({ panel }: { readonly panel: Panel }) {
  const { generation, settings, pictures, canvas } = panel
  const selected = canvas.selection.value.layer
  const model = settings.model.value
  const shown = pictures.shown.value
  return (
    <>
      {canvas.selection.value.count > 0 && (
        <div class="selection">
          <span class="selection-name">{strings.selection(canvas.selection.value)}</span>
          <Button
            secondary
            onClick={() => {
              panel.isRecoloring.value = true
            }}
          >
            {strings.recolor.open}
          </Button>
        </div>
      )}
      {selected?.recipe && <RecipeCard recipe={selected.recipe} onReuse={generation.reuse} />}
      <ModelPicker models={OFFERED} value={model} onChoose={settings.chooseModel} />
      <StylePicker styles={model.styles} value={settings.style.value} onChoose={settings.chooseStyle} />
      <SizePicker
        model={model}
        value={settings.size.value}
        onChoose={settings.chooseSize}
        frame={selected?.isContainer ? selected : null}
      />
      <PromptColors panel={panel} />
      {shown && <ResultView job={shown} panel={panel} />}
    </>
  )
}

function Footer({ panel }: { readonly panel: Panel }) {
  const { generation, pictures } = panel
  const shown = pictures.shown.value
  const notOffered = generation.notOffered.value
  const rows = panel.jobs.all.value.filter(
    ({ activity, error, unstored }) => activity !== null || error !== null || unstored !== null,
  )
  return (
    <div class="footer">
      <div class="jobs">
        {panel.jobs.journal.value === 'unreadable' && (
          <NoticeView about="journal" notice={strings.journalNotice}>
            <Button secondary onClick={() => void panel.jobs.open()}>
              {strings.actions.retry}
            </Button>
          </NoticeView>
        )}
        {rows.map((job) => (
          <JobRow key={job.id} job={job} panel={panel} />
        ))}
        {shown && <PictureNotices job={shown} panel={panel} />}
      </div>
      {/* In sight, wherever the form is scrolled to. */}
      {notOffered && <p class="secondary">{strings.notOffered(notOffered)}</p>}
      <GenerateButton panel={panel} />
    </div>
  )
}

function GenerateButton({ panel }: { readonly panel: Panel }) {
  const { generation, settings, pictures, account } = panel
  const blocker = generation.blocker.value
  const model = settings.model.value
  const count = settings.count.value
  // The other reasons are told where they arise.
  useAnnounced('credits', blocker === 'no-credits' ? strings.blocker(blocker, model.promptLimit) : '')
  const shown = pictures.shown.value
  // One blue button a screen: while a picture waits to be inserted, that is Insert.
  const waits = shown !== null && !shown.inserted && pictures.preparationOf(shown.id).state === 'ready'
  const balance = account.balance.value
  return (
    <div class="generate">
      <Button
        fullWidth
        secondary={waits}
        disabled={blocker !== null}
        aria-describedby="generate-reason"
        aria-keyshortcuts="Meta+Enter Control+Enter"
        onClick={() => void generation.generate()}
      >
        {panel.sampling.value ? strings.samples.generate(count) : strings.generate.label(count, model.price)}
      </Button>
      <span class={waits ? 'shortcut over-secondary' : 'shortcut'} aria-hidden="true">
        {shortcut()}
      </span>
      <p class="generate-foot secondary">
        <label class="count" for="count">
          {strings.generate.count}
          <NumberSelect id="count" value={count} onChoose={settings.chooseCount} />
        </label>
        <span>{balance === null ? '' : strings.balance(balance)}</span>
        <span id="generate-reason">{blocker ? strings.blocker(blocker, model.promptLimit) : ''}</span>
      </p>
    </div>
  )
}

/** Asked for when it is drawn: the build draws the first view, too, and has no navigator. */
const shortcut = () => (/mac/i.test(navigator.platform) ? '⌘↵' : 'Ctrl ↵')

/** What was asked for before, the latest first, each once. */
const earlierPrompts = (jobs: readonly Job[]): string[] => [
  ...new Set([...jobs].sort((a, b) => b.startedAt - a.startedAt).map(({ request }) => request.prompt)),
]
