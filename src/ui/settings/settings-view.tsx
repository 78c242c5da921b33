import { Button } from '@create-figma-plugin/ui'
import { useSignal } from '@preact/signals'
import type { Panel } from '../panel'
import * as words from '../words'
import { KeyForm } from './key-form'

/** The key, and what leaves the machine. */
export function SettingsView({ panel }: { readonly panel: Panel }) {
  const { settings, announce } = panel
  const problem = useSignal('')
  const remove = async () => {
    const fault = await settings.saveKey(null)
    problem.value = fault ? words.settingsNotice(fault).title : ''
    announce(problem.value || words.key.removed)
  }
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
            {problem.value && <p class="problem">{problem.value}</p>}
          </>
        )}
        <KeyForm onSave={settings.saveKey} announce={announce} />
      </section>
      <section class="section" aria-labelledby="privacy-heading">
        <h2 id="privacy-heading">{words.settings.privacyHeading}</h2>
        <p class="secondary">{words.settings.privacy}</p>
      </section>
    </div>
  )
}
