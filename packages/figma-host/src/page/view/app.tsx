import { useEffect } from 'preact/hooks'
import type { Session } from '../model/session'
import { Canvas } from './canvas'
import { LayerList } from './layer-list'
import { LogDrawer } from './log-drawer'
import { DemoKeyHint, StartFailure } from './notices'
import { PluginWindowView } from './plugin-window'
import { listenForShortcuts } from './shortcuts'
import { Toasts } from './toasts'
import { Toolbar } from './toolbar'
import './page.css'

/** The whole page. */
export function App({ session }: { readonly session: Session }) {
  useEffect(() => listenForShortcuts(session), [session])
  const { demoKey } = session.plugin.config
  return (
    <div class="editor">
      <Toolbar session={session} />
      <LayerList session={session} />
      <main class="stage">
        <div class="canvas-area">
          <Canvas session={session} />
          {demoKey !== undefined && <DemoKeyHint demoKey={demoKey} />}
          <StartFailure session={session} />
          <Toasts session={session} />
        </div>
        <LogDrawer />
      </main>
      <PluginWindowView session={session} />
    </div>
  )
}
