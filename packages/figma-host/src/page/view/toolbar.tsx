import type { Session } from '../model/session'
import { theme, toggleTheme } from '../model/theme'
import { Icon } from './icons'
import { LogButton } from './log-drawer'
import './toolbar.css'

/** Runs the plugin, or stops it while it runs. */
function RunButton({ session }: { readonly session: Session }) {
  const { name } = session.plugin
  const running = session.running.value
  return (
    <button
      type="button"
      class={running ? 'button' : 'button button-primary'}
      onClick={() => (running ? session.stop() : void session.run())}
    >
      <Icon name={running ? 'stop' : 'play'} />
      {running ? `Stop ${name}` : `Run ${name}`}
    </button>
  )
}

function HistoryButtons({ session }: { readonly session: Session }) {
  const { canUndo, canRedo } = session.page.value
  return (
    <div class="toolbar-group">
      <button
        type="button"
        class="icon-button"
        aria-label="Undo"
        title="Undo"
        disabled={!canUndo}
        onClick={session.undo}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Redo"
        title="Redo"
        disabled={!canRedo}
        onClick={session.redo}
      >
        <Icon name="redo" />
      </button>
    </div>
  )
}

function ZoomButtons({ session: { view } }: { readonly session: Session }) {
  return (
    <div class="toolbar-group">
      <button
        type="button"
        class="icon-button"
        aria-label="Zoom out"
        title="Zoom out (−)"
        onClick={() => view.zoomStep('out')}
      >
        <Icon name="minus" />
      </button>
      <button
        type="button"
        class="zoom-value"
        aria-label="Zoom to 100%"
        title="Zoom to 100% (Shift+0)"
        onClick={view.zoomToActualSize}
      >
        {Math.round(view.view.value.zoom * 100)}%
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Zoom in"
        title="Zoom in (+)"
        onClick={() => view.zoomStep('in')}
      >
        <Icon name="plus" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Zoom to fit"
        title="Zoom to fit (Shift+1)"
        onClick={view.fitAll}
      >
        <Icon name="fit" />
      </button>
    </div>
  )
}

function ThemeButton() {
  const label = theme.value === 'light' ? 'Switch to dark theme' : 'Switch to light theme'
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={toggleTheme}>
      <Icon name={theme.value === 'light' ? 'moon' : 'sun'} />
    </button>
  )
}

/** The bar along the top. */
export function Toolbar({ session }: { readonly session: Session }) {
  return (
    <header class="toolbar">
      <div class="toolbar-title">
        <h1>{session.plugin.name}</h1>
        <span class="toolbar-subtitle">outside Figma</span>
      </div>
      <div class="toolbar-group toolbar-end">
        <HistoryButtons session={session} />
        <span class="toolbar-divider" />
        <ZoomButtons session={session} />
        <span class="toolbar-divider" />
        <LogButton />
        <ThemeButton />
        <RunButton session={session} />
      </div>
    </header>
  )
}
