import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { WindowSize } from '../protocol/contract'
import { strings } from '../strings'
import { FatalView } from './fatal-view'
import { DropFrame } from './files/drop-frame'
import type { Panel, TabId } from './panel'
import { Announced } from './parts/announced'
import { Boundary } from './parts/boundary'
import { Button } from './parts/button'
import { NoticeView } from './parts/notice'
import { hasOverlay } from './parts/overlays'
import { Page } from './parts/page'
import { Reporting } from './parts/reporting'
import { ResizeHandle } from './parts/resize-handle'
import { isTyping } from './parts/shortcuts'
import { TabList, TabPanel } from './parts/tabs'
import { Tooltips } from './parts/tooltips'
import { useAddFiles } from './tabs/add-files'
import { CleanUpTab } from './tabs/clean-up-tab'
import { CreateTab } from './tabs/create-tab'
import { FirstRunTab } from './tabs/first-run-tab'
import { HistoryTab } from './tabs/history-tab'
import { insertOrReplace } from './tabs/insert-images'
import { PanelReport } from './tabs/panel-report'
import { PictureTab } from './tabs/picture-tab'
import { selectedJobs } from './tabs/selected-jobs'
import { SettingsTab } from './tabs/settings-tab'

const TABS: readonly TabId[] = ['create', 'history', 'settings']

interface AppProps {
  readonly panel: Panel
  readonly onResize: (size: WindowSize) => void
}

/** The panel, and the status region for screen readers, which survives errors in the rest. */
export function App({ panel, onResize }: AppProps) {
  return (
    <Announced.Provider value={panel.say}>
      <Reporting.Provider value={panel.openReport}>
        <Guarded panel={panel}>
          <Shell panel={panel} onResize={onResize} />
        </Guarded>
      </Reporting.Provider>
      <StatusRegion status={panel.status} />
    </Announced.Provider>
  )
}

interface GuardedProps {
  readonly panel: Panel
  readonly children: ComponentChildren
}

/** Shows its children, or a fatal error view if they throw. */
const Guarded = ({ panel, children }: GuardedProps) => (
  <Boundary
    onError={panel.recordError}
    instead={(again) => (
      <FatalView
        onReload={again}
        report={<PanelReport panel={panel} subject={{ kind: 'view', charged: null }} />}
      />
    )}
  >
    {children}
  </Boundary>
)

/** The status region. A component of its own, so that an announcement does not rerender the panel. */
const StatusRegion = ({ status }: Pick<Panel, 'status'>) => (
  <div role="status" class="visually-hidden">
    {status.value.map(({ id, text }) => (
      <p key={id}>{text}</p>
    ))}
  </div>
)

/** Shows the tabs and the open one, or an opened image. */
function Shell({ panel, onResize }: AppProps) {
  const { tab, opened, reporting, cleanUp } = panel
  useShortcuts(panel)
  const dragged = useAddFiles(panel).value
  const { value: image } = opened
  const { value: subject } = reporting
  return (
    <div class="shell">
      {subject && (
        <Page heading={strings.report.heading} back={strings.report.back} onBack={panel.closeReport}>
          <PanelReport panel={panel} subject={subject} />
        </Page>
      )}
      {image && !subject && !cleanUp.isOpen.value && <PictureTab panel={panel} />}
      {!subject && <CleanUpTab panel={panel} />}
      {/* Stays mounted, with its scroll position, while an image is open. */}
      <div class="tab-shell" hidden={image !== null || subject !== null || cleanUp.isOpen.value}>
        <header class="top">
          <h1 class="visually-hidden">{strings.product}</h1>
          <TabList
            tabs={TABS.map((id) => ({ id, label: strings.tabs[id] }))}
            active={tab.value}
            onSelect={panel.show}
          />
          <Balance balance={panel.account.balance} onRefresh={() => void panel.account.refresh()} />
        </header>
        <main>
          <TabPanel active={tab.value}>
            {panel.broken.value && (
              <NoticeView about="broken" notice={strings.unexpected} report="unexpected">
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
      </div>
      <ResizeHandle onResize={onResize} />
      <Tooltips />
      {dragged && <DropFrame box={dragged.box} />}
    </div>
  )
}

/**
 * Handles shortcuts for what is visible, wherever the focus is. Those that cost money or change the canvas are off while a menu is open.
 */
function useShortcuts(panel: Panel): void {
  const { tab, opened, reporting, isRecoloring, isFirstRun, cleanUp } = panel
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (reporting.value) return
      const { key, shiftKey } = event
      const isCommand = event.metaKey || event.ctrlKey
      if (!isCommand || event.isComposing || event.repeat || hasOverlay()) return
      if (key === 'Enter' && cleanUp.isOpen.value) return
      const isCreate = tab.value === 'create' && !isRecoloring.value
      const isFormShown = isCreate && !isFirstRun.value
      const view = tab.value === 'history' ? 'history' : isCreate ? 'create' : null
      const from = opened.value?.from ?? view
      if (key === 'Enter' && shiftKey) {
        if (from) insertOrReplace(panel, selectedJobs(panel, from))
      } else if (key === 'Enter') {
        if (isFormShown && !opened.value) panel.generate()
      } else if (key.toLowerCase() === 'z' && !shiftKey && !isTyping(event)) void panel.canvas.undo()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [panel, tab, opened, reporting, isRecoloring, isFirstRun])
}

interface BalanceProps {
  /** US dollars; null while it is not known. */
  readonly balance: Panel['account']['balance']
  readonly onRefresh: () => void
}

/** Shows the balance at Segmind. A click refreshes it. */
const Balance = ({ balance, onRefresh }: BalanceProps) =>
  balance.value === null ? null : (
    <button
      type="button"
      class={balance.value < LOW_BALANCE ? 'balance numbers low' : 'balance numbers'}
      aria-label={strings.balanceLabel(balance.value)}
      data-tip={strings.balanceTip}
      onClick={onRefresh}
    >
      {strings.dollars(balance.value)}
    </button>
  )

/** Less than the price of one image of most models, in US dollars. */
const LOW_BALANCE = 0.1

function ActiveTab({ panel }: { readonly panel: Panel }) {
  const { settings, tab, opens, isFirstRun } = panel
  const state = settings.status.value
  const isLoading = state === 'loading'
  if (isLoading && (opens === null || tab.value !== 'create'))
    return <p class="body quiet">{strings.settings.loading}</p>
  if (!isLoading && state !== 'ready') {
    return (
      <NoticeView about="settings" notice={strings.settingsNotice(state)} report={`settings ${state}`}>
        <Button secondary onClick={() => void panel.open()}>
          {strings.actions.reload}
        </Button>
      </NoticeView>
    )
  }
  if (tab.value === 'history') return <HistoryTab panel={panel} />
  if (tab.value === 'settings') return <SettingsTab panel={panel} />
  return isFirstRun.value ? <FirstRunTab panel={panel} /> : <CreateTab panel={panel} />
}
