import { useSignal } from '@preact/signals'
import { strings } from '../../strings'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { KeyForm } from './key-form'

/** The saved key, if any: to be checked, removed or replaced. */
export function KeySection({ panel }: { readonly panel: Panel }) {
  const { settings, account, announce } = panel
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
      <KeyForm
        settings={settings}
        account={account}
        announce={announce}
        relay={panel.relay}
        onSaved={panel.onKeySaved}
      />
    </section>
  )
}
