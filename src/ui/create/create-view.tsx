import { Button } from '@create-figma-plugin/ui'
import type { Panel } from '../panel'
import { NoticeView } from '../parts/notice'
import { isResumable } from '../stores/studio'
import * as words from '../words'
import { ProgressRow } from './progress-row'
import { PromptField } from './prompt-field'
import { ResultView } from './result-view'
import { SizePicker } from './size-picker'
import { StylePicker } from './style-picker'

/** The main job: what to draw, how it goes, what came of it. */
export function CreateView({ panel }: { readonly panel: Panel }) {
  const { studio, settings, pictures, clock } = panel
  const job = studio.job.value
  const shown = pictures.shown.value
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
        {shown && <ResultView picture={shown} onInsert={() => void pictures.insert(shown.id)} />}
      </div>
      <div class="footer">
        {job?.state === 'running' && <ProgressRow job={job} clock={clock} onCancel={studio.cancel} />}
        <FailedJob panel={panel} />
        {shown?.insertion.state === 'failed' && (
          <NoticeView notice={words.insertNotice(shown.insertion.code)} />
        )}
        <GenerateButton panel={panel} />
      </div>
    </>
  )
}

function GenerateButton({ panel }: { readonly panel: Panel }) {
  const { studio, pictures } = panel
  const obstacle = studio.obstacle.value
  // One blue button a screen: while a picture waits to be inserted, that is Insert.
  const waits = pictures.shown.value !== null && pictures.shown.value.insertion.state !== 'done'
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
      <span class="shortcut" aria-hidden="true">
        {shortcut}
      </span>
      <p class="generate-reason secondary" id="generate-reason">
        {reason(obstacle)}
      </p>
    </div>
  )
}

const shortcut = /mac/i.test(navigator.platform) ? '⌘↵' : 'Ctrl ↵'

function reason(obstacle: Panel['studio']['obstacle']['value']): string {
  switch (obstacle) {
    case 'no-prompt':
      return words.prompt.empty
    case 'prompt-too-long':
      return words.prompt.tooLong
    case 'running':
      return words.generate.running
    case null:
      return ''
  }
}

function FailedJob({ panel }: { readonly panel: Panel }) {
  const { studio } = panel
  const job = studio.job.value
  if (job?.state === 'unusable') {
    return (
      <NoticeView notice={words.vectorNotice(job.code)}>
        <Dismiss panel={panel} />
      </NoticeView>
    )
  }
  if (job?.state !== 'failed') return null
  const { error } = job
  const resumable = isResumable(error)
  return (
    <NoticeView notice={words.segmindNotice(error)}>
      {error.kind === 'invalid-key' && (
        <Button secondary onClick={() => panel.show('settings')}>
          {words.actions.settings}
        </Button>
      )}
      {(resumable || error.kind !== 'foreign-host') && (
        <Button secondary onClick={() => void studio.again()}>
          {resumable ? words.actions.resume : words.actions.retry}
        </Button>
      )}
      <Dismiss panel={panel} />
    </NoticeView>
  )
}

function Dismiss({ panel }: { readonly panel: Panel }) {
  return (
    <Button secondary onClick={panel.studio.dismiss}>
      {words.dismiss}
    </Button>
  )
}
