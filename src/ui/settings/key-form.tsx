import { Button, Textbox } from '@create-figma-plugin/ui'
import { useSignal } from '@preact/signals'
import type { FaultCode } from '../../protocol/fault'
import * as words from '../words'

interface KeyFormProps {
  /** Keeps the key; a fault's code where that failed. */
  readonly onSave: (key: string) => Promise<FaultCode | null>
  readonly announce: (text: string) => void
}

/** The field for Segmind's key, with where to get one and where it is kept. */
export function KeyForm({ onSave, announce }: KeyFormProps) {
  const draft = useSignal('')
  const problem = useSignal('')
  const visible = useSignal(false)

  const submit = async () => {
    const key = draft.value.trim()
    problem.value = check(key)
    if (problem.value) return announce(problem.value)
    const fault = await onSave(key)
    if (fault) {
      const { title, text } = words.settingsNotice(fault)
      problem.value = `${title} ${text}`
      return announce(problem.value)
    }
    draft.value = ''
    announce(words.key.saved)
  }

  return (
    // No <form>: in a frame that may not send forms, it would not even tell of the Enter key.
    <div class="key-form">
      <label class="field-label" for="api-key">
        {words.key.label}
      </label>
      <div class="key-row">
        <Textbox
          id="api-key"
          password={!visible.value}
          placeholder={words.key.placeholder}
          aria-describedby="api-key-problem api-key-kept"
          aria-invalid={problem.value !== ''}
          value={draft.value}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) void submit()
          }}
          onValueInput={(value) => {
            draft.value = value
            problem.value = ''
          }}
        />
        <button
          type="button"
          class="quiet"
          aria-pressed={visible.value}
          onClick={() => {
            visible.value = !visible.value
          }}
        >
          {visible.value ? words.key.hide : words.key.show}
        </button>
      </div>
      <p class="problem" id="api-key-problem">
        {problem.value}
      </p>
      <Button fullWidth onClick={() => void submit()}>
        {words.key.save}
      </Button>
      <p class="secondary">
        <a href={words.key.whereUrl} target="_blank" rel="noreferrer">
          {words.key.where}
        </a>
        {` · ${words.key.how}`}
      </p>
      <p class="secondary" id="api-key-kept">
        {words.key.kept}
      </p>
    </div>
  )
}

/** Segmind's keys have no documented form: any printable text without spaces may be one. A header takes no other. */
function check(key: string): string {
  if (key === '') return words.key.empty
  return /^[\x21-\x7e]{1,512}$/.test(key) ? '' : words.key.unprintable
}
