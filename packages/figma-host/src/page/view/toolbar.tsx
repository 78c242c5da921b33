import type { Session } from '../model/session'
import { theme, toggleTheme } from '../model/theme'

/** The top bar. */
export function Toolbar({ session }: { readonly session: Session }) {
  const { name, config } = session.plugin
  const { canUndo, canRedo } = session.page.value
  const running = session.running.value
  return (
    <header class="toolbar">
      <h1>{name}</h1>
      {config.note !== undefined && <p class="note">{config.note}</p>}
      <button type="button" disabled={!canUndo} onClick={session.undo}>
        Undo
      </button>
      <button type="button" disabled={!canRedo} onClick={session.redo}>
        Redo
      </button>
      <button type="button" onClick={session.view.fitAll}>
        Zoom to fit
      </button>
      <button type="button" onClick={toggleTheme}>
        Switch to {theme.value === 'light' ? 'dark' : 'light'} theme
      </button>
      <button type="button" class="primary" onClick={() => (running ? session.stop() : void session.run())}>
        {running ? `Stop ${name}` : `Run ${name}`}
      </button>
    </header>
  )
}
