import { readFileSync } from 'node:fs'
import { memoryStore } from '../../host/editor'
import { openCode } from './code-stage'

/** What the sandbox gives the window that it opens. */
export interface Opening {
  readonly html: string
  /** What it posts next, as `{ script }`. */
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
  const html = readFileSync(new URL('../../dist/ui.html', import.meta.url), 'utf8')
  const code = await openCode(store, { html })
  const window = code.windows.at(-1)
  const { script }: { readonly script?: string } = JSON.parse(code.posted[0] ?? '{}')
  code.close()
  if (!window || script === undefined) throw new Error('the sandbox opened no panel')
  return { html: window.html, script }
}
