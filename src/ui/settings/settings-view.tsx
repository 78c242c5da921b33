import { useSignal } from '@preact/signals'
import * as words from '../../words'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { KeyForm } from './key-form'

/** The key, the way to the service, and what leaves the machine. */
export function SettingsView({ panel }: { readonly panel: Panel }) {
  const { settings, announce, account, relay } = panel
  const problem = useSignal('')
  const remove = async () => {
    const fault = await settings.saveKey(null)
    problem.value = fault ? words.settingsNotice(fault).title : ''
    announce(problem.value || words.key.removed)
  }
  const balance = account.balance.value
  return (
    <div class="body">
      <section class="section" aria-labelledby="key-heading">
        <h2 id="key-heading">{words.settings.heading}</h2>
        {settings.apiKey.value !== null && (
          <>
            <div class="key-present">
              <span>{words.settings.have}</span>
              <Button secondary danger onClick={() => void remove()}>
                {words.key.remove}
              </Button>
            </div>
            {balance !== null && <p class="secondary">{words.balance(balance)}</p>}
            {problem.value && <p class="problem">{problem.value}</p>}
          </>
        )}
        <KeyForm panel={panel} />
      </section>
      <section class="section" aria-labelledby="ways-heading">
        <h2 id="ways-heading">{words.settings.waysHeading}</h2>
        <label class="setting" for="at-once">
          {words.settings.atOnce}
          <select
            id="at-once"
            value={settings.atOnce.value}
            onChange={({ currentTarget }) => settings.chooseAtOnce(Number(currentTarget.value))}
          >
            {[1, 2, 3, 4].map((count) => (
              <option key={count} value={count}>
                {count}
              </option>
            ))}
          </select>
        </label>
        <Check
          id="auto-insert"
          label={words.settings.autoInsert}
          value={settings.autoInsert.value}
          onChoose={settings.chooseAutoInsert}
        />
        <Check
          id="close-after-insert"
          label={words.settings.closeAfterInsert}
          value={settings.closeAfterInsert.value}
          onChoose={settings.chooseCloseAfterInsert}
        />
        <label class="setting" for="direct">
          {words.settings.direct}
          <input
            id="direct"
            type="checkbox"
            checked={settings.direct.value}
            aria-describedby="direct-help"
            onChange={({ currentTarget }) => settings.chooseDirect(currentTarget.checked)}
          />
        </label>
        <p class="secondary" id="direct-help">
          {words.settings.directHelp}
        </p>
        {relay !== null && <p class="secondary">{words.settings.relay(relay)}</p>}
      </section>
      <section class="section" aria-labelledby="privacy-heading">
        <h2 id="privacy-heading">{words.settings.privacyHeading}</h2>
        <p class="secondary">{words.settings.privacy}</p>
      </section>
    </div>
  )
}

interface CheckProps {
  readonly id: string
  readonly label: string
  readonly value: boolean
  readonly onChoose: (value: boolean) => void
}

function Check({ id, label, value, onChoose }: CheckProps) {
  return (
    <label class="setting" for={id}>
      {label}
      <input
        id={id}
        type="checkbox"
        checked={value}
        onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
      />
    </label>
  )
}
