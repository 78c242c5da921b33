import { useSignal } from '@preact/signals'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import type { AccountStore } from '../stores/account'
import type { SettingsStore } from '../stores/settings'

interface KeyFormProps {
  readonly settings: Pick<SettingsStore, 'saveKey'>
  readonly account: Pick<AccountStore, 'check'>
  readonly announce: (text: string) => void
  /** Origin of the relay that requests go through, if any. */
  readonly relay: string | null
  readonly onSaved: () => void
}

/** The field for Segmind's key, with where to get one and where it is kept. The key is tried by its balance before it is kept. */
export function KeyForm({ settings, account, announce, relay, onSaved }: KeyFormProps) {
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
    const problem = check(key)
    if (problem) return fail(problem)
    busy.value = true
    announce(strings.key.checking)
    const error = await account.check(key)
    busy.value = false
    if (error?.kind === 'invalid-key') return fail(strings.key.refused)
    const fault = await settings.saveKey(key)
    if (fault) {
      const { title, text } = strings.settingsNotice(fault)
      return fail(`${title} ${text}`)
    }
    draft.value = ''
    outcome.value = error ? strings.key.unchecked(strings.keyCheckProblem(error)) : strings.key.saved
    announce(outcome.value)
    onSaved()
  }

  return (
    // No <form>: in a frame that may not send forms, it would not even tell of the Enter key.
    <div class="key-form">
      <label class="field-label" for="api-key">
        {strings.key.label}
      </label>
      <div class="key-row">
        <input
          id="api-key"
          class="textbox"
          type={visible.value ? 'text' : 'password'}
          autocomplete="off"
          spellcheck={false}
          placeholder={strings.key.placeholder}
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
          {visible.value ? strings.key.hide : strings.key.show}
        </button>
      </div>
      <p class="problem" id="api-key-problem">
        {problem.value}
      </p>
      {outcome.value && <p class="secondary">{outcome.value}</p>}
      <Button fullWidth loading={busy.value} onClick={() => void submit()}>
        {strings.key.save}
      </Button>
      <p class="secondary">
        <a href={strings.key.whereUrl} target="_blank" rel="noreferrer">
          {strings.key.where}
        </a>
        {` · ${strings.key.how}`}
      </p>
      <p class="secondary" id="api-key-kept">
        {strings.key.kept(relay)}
      </p>
    </div>
  )
}

/** Segmind's keys have no documented form: any printable text without spaces may be one. A header takes no other. */
function check(key: string): string {
  if (key === '') return strings.key.empty
  return /^[\x21-\x7e]{1,512}$/.test(key) ? '' : strings.key.unprintable
}
