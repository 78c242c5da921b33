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
  /** `problem`: why the saved key could not be tested; empty if it works. */
  readonly onSaved: (problem: string) => void
  /** Whether the field takes the focus when it appears. */
  readonly takesFocus?: boolean
  /** Shown beside Save key, for example Cancel. */
  readonly children?: ComponentChildren
}

/**
 * The field for the API key, with a link to get one and a note on where it is kept. A key is tested with a balance request before it is
 * saved.
 */
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

  /** Shows the error in place of the help text, so that nothing moves. */
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
    // No <form>: in a frame that may not submit forms, it would not even report the Enter key.
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
              // A key that is pasted into the empty field is submitted immediately. Other text is never sent without a click.
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

/**
 * Returns what is wrong with a key; empty if nothing is. The format of Segmind's keys is not documented, so any printable text without
 * spaces is allowed, which is also what fits in a header.
 */
function flawOf(key: string): string {
  if (key === '') return strings.key.empty
  return /^[\x21-\x7e]{1,512}$/.test(key) ? '' : strings.key.unprintable
}

const saveProblem = (fault: FaultCode) => (fault === 'storage-full' ? strings.key.full : strings.key.notSaved)
