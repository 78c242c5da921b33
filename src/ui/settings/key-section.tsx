import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import type { AccountStore } from '../stores/account'
import type { SettingsStore } from '../stores/settings'

interface KeySectionProps {
  readonly settings: Pick<SettingsStore, 'apiKey' | 'saveKey'>
  readonly account: AccountStore
  readonly announce: (text: string) => void
  /** The form for another key. */
  readonly children: ComponentChildren
}

/** The saved key, if any: to be checked, removed or replaced. */
export function KeySection({ settings, account, announce, children }: KeySectionProps) {
  const outcome = useSignal('')
  const busy = useSignal(false)
  const key = settings.apiKey.value
  const balance = account.balance.value

  const say = (text: string) => {
    outcome.value = text
    announce(text)
  }
  const remove = async () => {
    const fault = await settings.saveKey(null)
    say(fault ? strings.settingsNotice(fault).title : strings.key.removed)
    // What was pressed is gone after this.
    if (!fault) document.getElementById('api-key')?.focus()
  }
  const check = async () => {
    if (key === null) return
    busy.value = true
    const error = await account.check(key)
    busy.value = false
    void account.refresh()
    if (!error) say(strings.key.works)
    else if (error.kind === 'invalid-key') say(strings.key.noLonger)
    else say(strings.key.unclear(strings.keyCheckProblem(error)))
  }
  return (
    <section class="section" aria-labelledby="key-heading">
      <h2 id="key-heading">{strings.settings.heading}</h2>
      {key !== null && (
        <div class="setting">
          <span>
            {strings.settings.have}
            {balance !== null && <span class="secondary"> {strings.balance(balance)}</span>}
          </span>
          <span class="row">
            <Button secondary loading={busy.value} onClick={() => void check()}>
              {strings.key.check}
            </Button>
            <Button secondary danger onClick={() => void remove()}>
              {strings.key.remove}
            </Button>
          </span>
        </div>
      )}
      {outcome.value && <p class="secondary">{outcome.value}</p>}
      {children}
    </section>
  )
}
