import type { Panel } from '../panel'
import { ClearHistory } from '../settings/clear-history'
import { DefaultsSection } from '../settings/defaults-section'
import { KeyForm } from '../settings/key-form'
import { KeySection } from '../settings/key-section'
import { ReportView } from '../settings/report-view'
import { SettingsView } from '../settings/settings-view'
import { WaysSection } from '../settings/ways-section'

/** The key, how pictures are made and become layers, what is kept, and the pages about it. */
export function SettingsTab({ panel }: { readonly panel: Panel }) {
  const { settings, account, announce, relay } = panel
  return (
    <SettingsView
      version={panel.version}
      report={<ReportView report={panel.problemReport} repository={panel.repository} announce={announce} />}
    >
      <KeySection settings={settings} account={account} announce={announce}>
        <KeyForm
          settings={settings}
          account={account}
          announce={announce}
          relay={relay}
          onSaved={panel.onKeySaved}
        />
      </KeySection>
      <WaysSection settings={settings} relay={relay} />
      <DefaultsSection settings={settings} selection={panel.canvas.selection} />
      <ClearHistory
        history={panel.history}
        pictures={panel.pictures}
        used={panel.jobs.used}
        announce={announce}
      />
    </SettingsView>
  )
}
