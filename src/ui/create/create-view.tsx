import * as words from '../../words'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { NoticeView } from '../parts/notice'
import type { Obstacle } from '../stores/studio'
import { JobRow } from './job-row'
import { PictureNotices } from './picture-notices'
import { PromptField } from './prompt-field'
import { ResultView } from './result-view'
import { SizePicker } from './size-picker'
import { StylePicker } from './style-picker'

/** The main job: what to draw, how it goes, what came of it. */
export function CreateView({ panel }: { readonly panel: Panel }) {
  const { studio, settings, pictures } = panel
  const shown = pictures.shown.value
  const rows = studio.jobs.value.filter(
    ({ activity, error, unstored }) => activity !== null || error !== null || unstored !== null,
  )
  return (
    <>
      <div class="body">
        <PromptField
          value={studio.prompt.value}
          onInput={(value) => {
            studio.prompt.value = value
          }}
        />
        <StylePicker value={settings.style.value} onChoose={settings.chooseStyle} />
        <SizePicker value={settings.size.value} onChoose={settings.chooseSize} />
        {shown && <ResultView job={shown} panel={panel} />}
      </div>
      <div class="footer">
        <div class="jobs">
          {studio.journal.value === 'unreadable' && (
            <NoticeView notice={words.journalNotice}>
              <Button secondary onClick={() => void studio.open()}>
                {words.actions.retry}
              </Button>
            </NoticeView>
          )}
          {rows.map((job) => (
            <JobRow key={job.id} job={job} panel={panel} />
          ))}
          {shown && <PictureNotices job={shown} panel={panel} />}
        </div>
        <GenerateButton panel={panel} />
      </div>
    </>
  )
}

function GenerateButton({ panel }: { readonly panel: Panel }) {
  const { studio, pictures, account } = panel
  const obstacle = studio.obstacle.value
  const shown = pictures.shown.value
  // One blue button a screen: while a picture waits to be inserted, that is Insert.
  const waits = shown !== null && !shown.inserted && pictures.sheetOf(shown.id).state === 'ready'
  const balance = account.balance.value
  return (
    <div class="generate">
      <Button
        fullWidth
        secondary={waits}
        disabled={obstacle !== null}
        aria-describedby="generate-reason"
        aria-keyshortcuts="Meta+Enter Control+Enter"
        onClick={() => void studio.generate()}
      >
        {words.generate.label}
      </Button>
      <span class={waits ? 'shortcut over-secondary' : 'shortcut'} aria-hidden="true">
        {shortcut}
      </span>
      <p class="generate-foot secondary">
        <span>{balance === null ? '' : words.balance(balance)}</span>
        <span id="generate-reason">{reason(obstacle)}</span>
      </p>
    </div>
  )
}

const shortcut = /mac/i.test(navigator.platform) ? '⌘↵' : 'Ctrl ↵'

function reason(obstacle: Obstacle | null): string {
  switch (obstacle) {
    case 'no-prompt':
      return words.prompt.empty
    case 'prompt-too-long':
      return words.prompt.tooLong
    case 'no-key':
      return words.generate.noKey
    case 'opening':
      return words.generate.opening
    case 'sending':
      return words.generate.sending
    case 'no-journal':
      return words.generate.noJournal
    case null:
      return ''
  }
}
