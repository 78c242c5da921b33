import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { WindowSize } from '../protocol/contract'
import { strings } from '../strings'
import { FatalView } from './fatal-view'
import { FirstRun } from './first-run/first-run'
import type { Panel, TabId } from './panel'
import { Announced } from './parts/announced'
import { Boundary } from './parts/boundary'
import { Button } from './parts/button'
import { NoticeView } from './parts/notice'
import { ResizeHandle } from './parts/resize-handle'
import { TabList, TabPanel } from './parts/tabs'
import { KeyForm } from './settings/key-form'
import { ReportView } from './settings/report-view'
import { CreateTab } from './tabs/create-tab'
import { HistoryTab } from './tabs/history-tab'
import { SettingsTab } from './tabs/settings-tab'

const TABS: readonly TabId[] = ['create', 'history', 'settings']

interface AppProps {
  readonly panel: Panel
  readonly onResize: (size: WindowSize) => void
}

/** The panel, and the status region for those who cannot see it, which stays whatever becomes of the rest. */
export function App({ panel, onResize }: AppProps) {
  return (
    <Announced.Provider value={panel.say}>
      <Guarded panel={panel}>
        <Shell panel={panel} onResize={onResize} />
      </Guarded>
      <StatusRegion status={panel.status} />
    </Announced.Provider>
  )
}

interface GuardedProps {
  readonly panel: Panel
  readonly children: ComponentChildren
}

/** What is shown unless it throws, and then what can be done about that. */
const Guarded = ({ panel, children }: GuardedProps) => (
  <Boundary
    onError={panel.recordError}
    instead={(again) => (
      <FatalView
        onReload={again}
        report={
          <ReportView report={panel.problemReport} repository={panel.repository} announce={panel.announce} />
        }
      />
    )}
  >
    {children}
  </Boundary>
)

/** Says what is announced, by itself: the rest of the panel is not drawn again for it. */
const StatusRegion = ({ status }: Pick<Panel, 'status'>) => (
  <div role="status" class="visually-hidden">
    {status.value.map(({ id, text }) => (
      <p key={id}>{text}</p>
    ))}
  </div>
)

/** Tabs above, the open one below. */
function Shell({ panel, onResize }: AppProps) {
  const { tab } = panel
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.isComposing || event.repeat)
        return
      event.preventDefault()
      if (tab.value === 'create') void panel.generation.generate()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [panel, tab])
  return (
    <div class="shell">
      <header>
        <h1 class="visually-hidden">{strings.product}</h1>
        <TabList
          tabs={TABS.map((id) => ({ id, label: strings.tabs[id] }))}
          active={tab.value}
          onSelect={panel.show}
        />
      </header>
      <main>
        <TabPanel active={tab.value}>
          {panel.broken.value && (
            <NoticeView about="broken" notice={strings.unexpected}>
              <Button
                secondary
                onClick={() => {
                  panel.broken.value = false
                }}
              >
                {strings.dismiss}
              </Button>
            </NoticeView>
          )}
          <Guarded key={tab.value} panel={panel}>
            <ActiveTab panel={panel} />
          </Guarded>
        </TabPanel>
      </main>
      <ResizeHandle onResize={onResize} />
    </div>
  )
}

function ActiveTab({ panel }: { readonly panel: Panel }) {
  const { settings, tab, opens } = panel
  const state = settings.status.value
  const isLoading = state === 'loading'
  if (isLoading && (opens === null || tab.value !== 'create'))
    return <p class="body secondary">{strings.settings.loading}</p>
  if (!isLoading && state !== 'ready') {
    return (
      <div class="body">
        <NoticeView about="settings" notice={strings.settingsNotice(state)}>
          <Button secondary onClick={() => void panel.open()}>
            {strings.actions.reload}
          </Button>
        </NoticeView>
      </div>
    )
  }
  if (tab.value === 'history') return <HistoryTab panel={panel} />
  if (tab.value === 'settings') return <SettingsTab panel={panel} />
  const isFirst = isLoading ? opens === 'first-run' : settings.apiKey.value === null && !panel.sampling.value
  if (!isFirst) return <CreateTab panel={panel} />
  const trySample = (prompt: string) => {
    void panel.trySample(prompt)
    focusPrompt()
  }
  return (
    <FirstRun samples={panel.samples} onTrySample={trySample}>
      <KeyForm
        settings={settings}
        account={panel.account}
        announce={panel.announce}
        relay={panel.relay}
        onSaved={() => {
          panel.onKeySaved()
          focusPrompt()
        }}
      />
    </FirstRun>
  )
}

/** What had the focus is gone after this: it goes to where the next image is asked for. */
const focusPrompt = () => requestAnimationFrame(() => document.getElementById('prompt')?.focus())
