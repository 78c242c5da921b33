import { memoryStore } from 'figma-host/editor'
import { readBuilt } from './built'
import { openCode } from './code-stage'

/** What the sandbox gives the window that it opens. */
export interface Opening {
  readonly html: string
  /** What it answers to `panel.load`. */
  readonly script: string
}

const known = new Map<boolean, Promise<Opening>>()

/** What the built sandbox half opens on a device with a key, and on one without. */
export function openingOf(hasKey: boolean): Promise<Opening> {
  const opening = known.get(hasKey) ?? open(hasKey)
  known.set(hasKey, opening)
  return opening
}

async function open(hasKey: boolean): Promise<Opening> {
  const store = memoryStore()
  if (hasKey) await store.set('api-key', 'SG_any')
  const html = readBuilt('ui.html').toString()
  const code = await openCode(store, { html })
  const window = code.windows.at(-1)
  const reply = await code.panel.request('panel.load', {})
  code.close()
  if (!window || !reply.ok) throw new Error('the sandbox opened no panel')
  return { html: window.html, script: reply.value.source }
}
