import { useSignal } from '@preact/signals'
import { CheckView } from '../check/check-view'
import { pictureRequest } from '../check/order-picture'
import type { Panel } from '../panel'
import { AdvancedSection } from '../settings/advanced-section'
import { ClearHistory } from '../settings/clear-history'
import { DefaultsSection } from '../settings/defaults-section'
import { KeyForm } from '../settings/key-form'
import { KeySection } from '../settings/key-section'
import { SettingsView } from '../settings/settings-view'
import { StorageSection } from '../settings/storage-section'
import { PanelReport } from './panel-report'
import { reasonFor } from './reason-for'

/** Settings: the key, defaults, storage, and the pages that open from there. */
export function SettingsTab({ panel }: { readonly panel: Panel }) {
  const { settings, account, announce, relay, repository } = panel
  const isAdvanced = useSignal(false)
  return (
    <SettingsView
      version={panel.version}
      help={repository && `${repository}#readme`}
      check={<CheckPage panel={panel} />}
      report={<PanelReport panel={panel} subject={null} />}
    >
      <KeySection
        settings={settings}
        account={account}
        announce={announce}
        form={({ onSaved, ...options }) => (
          <KeyForm
            settings={settings}
            account={account}
            announce={announce}
            relay={relay}
            onSaved={(problem) => {
              panel.onKeySaved()
              onSaved(problem)
            }}
            {...options}
          />
        )}
      />
      <DefaultsSection settings={settings} selection={panel.canvas.selection} />
      <StorageSection pictures={panel.pictures} used={panel.jobs.used} space={panel.settings.space}>
        <ClearHistory history={panel.history} pictures={panel.pictures} announce={announce} />
      </StorageSection>
      <AdvancedSection settings={settings} relay={relay} isOpen={isAdvanced} />
    </SettingsView>
  )
}

function CheckPage({ panel }: { readonly panel: Panel }) {
  const { check, settings, generation, canvas } = panel
  const request = pictureRequest(settings)
  return (
    <CheckView
      check={check}
      price={settings.model.value.price}
      blocker={reasonFor(generation.blockerOf(request, { isSample: false }), request)}
      version={panel.version}
      editor={canvas.selection.value.editor}
      announce={panel.announce}
    />
  )
}
