import { memoryStore } from 'figma-host/editor'
import { DIST, readBuilt } from './built'
import { openCode } from './code-stage'

/** What the sandbox passes to the window that it opens. */
export interface Opening {
  readonly html: string
  /** Its reply to `panel.load`. */
  readonly script: string
  readonly styles: string
}

const known = new Map<string, Promise<Opening>>()

/** Returns what the built sandbox code opens on a device with or without a key. */
export function openingOf(hasKey: boolean, dist = DIST): Promise<Opening> {
  const id = `${dist} ${hasKey}`
  const opening = known.get(id) ?? open(hasKey, dist)
  known.set(id, opening)
  return opening
}

async function open(hasKey: boolean, dist: string): Promise<Opening> {
  const store = memoryStore()
  if (hasKey) await store.set('api-key', 'SG_any')
  const html = readBuilt('ui.html', dist).toString()
  const code = await openCode(store, { html, dist })
  const window = code.windows.at(-1)
  const reply = await code.panel.request('panel.load', {})
  code.close()
  if (!window || !reply.ok) throw new Error('the sandbox opened no panel')
  return { html: window.html, script: reply.value.source, styles: reply.value.styles }
}
