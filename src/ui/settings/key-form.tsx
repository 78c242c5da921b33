import { useSignal } from '@preact/signals'
import * as words from '../../words'
import type { Panel } from '../panel'
import { Button } from '../parts/button'

/** The field for Segmind's key, with where to get one and where it is kept. The key is tried by its balance before it is kept. */
export function KeyForm({ panel }: { readonly panel: Panel }) {
  const { settings, account, studio, announce, relay } = panel
  const draft = useSignal('')
  const problem = useSignal('')
  const outcome = useSignal('')
  const visible = useSignal(false)
  const busy = useSignal(false)

  const fail = (text: string) => {
    problem.value = text
    announce(text)
  }

  const submit = async () => {
    if (busy.value) return
    const key = draft.value.trim()
    const slip = check(key)
    if (slip) return fail(slip)
    busy.value = true
    announce(words.key.checking)
    const error = await account.check(key)
    busy.value = false
    if (error?.kind === 'invalid-key') return fail(words.key.refused)
    const fault = await settings.saveKey(key)
    if (fault) {
      const { title, text } = words.settingsNotice(fault)
      return fail(`${title} ${text}`)
    }
    panel.sampling.value = false
    draft.value = ''
    outcome.value = error ? words.key.unchecked(words.keyCheckProblem(error)) : words.key.saved
    announce(outcome.value)
    studio.desk.resumeAll()
  }

  return (
    // No <form>: in a frame that may not send forms, it would not even tell of the Enter key.
    <div class="key-form">
      <label class="field-label" for="api-key">
        {words.key.label}
      </label>
      <div class="key-row">
        <input
          id="api-key"
          class="textbox"
          type={visible.value ? 'text' : 'password'}
          autocomplete="off"
          spellcheck={false}
          placeholder={words.key.placeholder}
          aria-describedby="api-key-problem api-key-kept"
          aria-invalid={problem.value !== ''}
          value={draft.value}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) void submit()
          }}
          onInput={({ currentTarget }) => {
            draft.value = currentTarget.value
            problem.value = ''
            outcome.value = ''
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
      {outcome.value && <p class="secondary">{outcome.value}</p>}
      <Button fullWidth loading={busy.value} onClick={() => void submit()}>
        {words.key.save}
      </Button>
      <p class="secondary">
        <a href={words.key.whereUrl} target="_blank" rel="noreferrer">
          {words.key.where}
        </a>
        {` · ${words.key.how}`}
      </p>
      <p class="secondary" id="api-key-kept">
        {words.key.kept(relay)}
      </p>
    </div>
  )
}

/** Segmind's keys have no documented form: any printable text without spaces may be one. A header takes no other. */
function check(key: string): string {
  if (key === '') return words.key.empty
  return /^[\x21-\x7e]{1,512}$/.test(key) ? '' : words.key.unprintable
}
