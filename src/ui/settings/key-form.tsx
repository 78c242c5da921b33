import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { FaultCode } from '../../protocol/fault'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import { IconButton } from '../parts/icon-button'
import { OutsideLink } from '../parts/outside-link'
import type { AccountStore } from '../stores/account'
import type { SettingsStore } from '../stores/settings'

interface KeyFormProps {
  readonly settings: Pick<SettingsStore, 'saveKey'>
  readonly account: Pick<AccountStore, 'check'>
  readonly announce: (text: string) => void
  /** Origin of the relay that requests go through, if any. */
  readonly relay: string | null
  /** `problem`: why the saved key could not be tested; empty where it works. */
  readonly onSaved: (problem: string) => void
  /** Takes the focus when it appears. */
  readonly takesFocus?: boolean
  /** Beside Save key: the way back, where there is one. */
  readonly children?: ComponentChildren
}

/** The field for Segmind's key, with where to get one and where it is kept. The key is tried by its balance before it is kept. */
export function KeyForm(props: KeyFormProps) {
  const { settings, account, announce, relay, onSaved, takesFocus = false, children } = props
  const draft = useSignal('')
  const problem = useSignal('')
  const visible = useSignal(false)
  const busy = useSignal(false)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (takesFocus) field.current?.focus()
  }, [takesFocus])

  /** Told where the help was, so that nothing moves; and what is wrong can be typed over at once. */
  const fail = (text: string) => {
    problem.value = text
    announce(text)
    field.current?.focus()
    field.current?.select()
  }

  const save = async (text: string) => {
    if (busy.value) return
    const key = text.trim()
    const flaw = flawOf(key)
    if (flaw) return fail(flaw)
    busy.value = true
    problem.value = ''
    announce(strings.key.checking)
    const error = await account.check(key)
    const isRefused = error?.kind === 'invalid-key'
    const fault = isRefused ? null : await settings.saveKey(key)
    busy.value = false
    if (isRefused) return fail(strings.key.refused)
    if (fault) return fail(saveProblem(fault))
    const outcome = error ? strings.key.unchecked(strings.keyCheckProblem(error)) : strings.key.saved
    announce(outcome)
    onSaved(error ? outcome : '')
  }
  const submit = () => void save(draft.value)

  return (
    // No <form>: in a frame that may not send forms, it would not even tell of the Enter key.
    <div class="key-form">
      <label class="strong" for="api-key">
        {strings.key.label}
      </label>
      <div class="key-row">
        <div class={problem.value ? 'field-box invalid' : 'field-box'}>
          <input
            ref={field}
            id="api-key"
            type={visible.value ? 'text' : 'password'}
            autocomplete="off"
            spellcheck={false}
            placeholder={strings.key.placeholder}
            aria-describedby="api-key-help"
            aria-invalid={problem.value !== ''}
            readOnly={busy.value}
            value={draft.value}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.isComposing) submit()
            }}
            onInput={({ currentTarget: { value }, inputType }) => {
              const isPasted = draft.value === '' && inputType === 'insertFromPaste'
              draft.value = value
              problem.value = ''
              // Who pastes a key into the empty field is done with it. Anything else is sent nowhere unasked.
              if (isPasted && /^\s*SG_\S+\s*$/.test(value)) submit()
            }}
          />
          {draft.value !== '' && (
            <IconButton
              icon={visible.value ? 'eyeOff' : 'eye'}
              label={visible.value ? strings.key.hide : strings.key.show}
              onClick={() => {
                visible.value = !visible.value
              }}
            />
          )}
        </div>
        <Button loading={busy.value} onClick={submit}>
          {strings.key.save}
        </Button>
        {children}
      </div>
      <div class="between">
        <p class={problem.value ? 'key-help problem' : 'key-help quiet'} id="api-key-help">
          {problem.value || strings.key.kept(relay)}
        </p>
        <OutsideLink href={strings.key.whereUrl}>{strings.key.where}</OutsideLink>
      </div>
    </div>
  )
}

/** Segmind's keys have no documented form: any printable text without spaces may be one. A header takes no other. */
function flawOf(key: string): string {
  if (key === '') return strings.key.empty
  return /^[\x21-\x7e]{1,512}$/.test(key) ? '' : strings.key.unprintable
}

const saveProblem = (fault: FaultCode) => (fault === 'storage-full' ? strings.key.full : strings.key.notSaved)
