import { useEffect } from 'preact/hooks'
import type { Session } from '../model/session'
import { Canvas } from './canvas'
import { EntryPoints } from './entry-points'
import { LayerList } from './layer-list'
import { Log } from './log'
import { PluginWindowView } from './plugin-window'
import { ProblemCard } from './problem-card'
import { Toasts } from './toasts'
import { Toolbar } from './toolbar'
import './page.css'

/** Handles Cmd+Z and Shift+Cmd+Z. Returns a function that removes the listener. */
function listenForUndo({ undo, redo }: Session): () => void {
  const listener = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return
    if (event.target instanceof Element && event.target.closest('input') !== null) return
    event.preventDefault()
    if (event.shiftKey) redo()
    else undo()
  }
  addEventListener('keydown', listener)
  return () => removeEventListener('keydown', listener)
}

/** The whole page. */
export function App({ session }: { readonly session: Session }) {
  useEffect(() => listenForUndo(session), [session])
  const failure = session.failure.value
  return (
    <div class="editor">
      <Toolbar session={session} />
      <aside class="side">
        <LayerList session={session} />
        <EntryPoints session={session} />
      </aside>
      <main class="stage">
        <div class="canvas-area">
          <Canvas session={session} />
          {failure !== null && <ProblemCard title={`${session.plugin.name} did not start`} text={failure} />}
          <Toasts session={session} />
        </div>
        <Log />
      </main>
      <PluginWindowView session={session} />
    </div>
  )
}
