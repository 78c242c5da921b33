import * as z from 'zod/mini'
import type { Fact, Finding } from '../protocol/check'
import { string } from '../protocol/fields'
import { measureImport } from './check/import'

/** From package.json. */
declare const VERSION: string

const KEY = 'capabilities'

/** Facts that only *Check this installation* can determine, because checking them leaves traces. They are stored for later sessions. */
const KEPT: readonly Fact[] = ['stored-bytes', 'undo-button']

const Kept = z.object({ version: string, editor: string, differs: z.array(string) })

/**
 * Facts about the editor that differ from what the plugin expects. Code with a fallback asks here. The import is checked once, before the
 * first insert: this takes milliseconds, and the user does not see it.
 */
export interface Capabilities {
  differs(fact: Fact): boolean
  /** The same for a fact that was stored by an earlier check. Never rejects. */
  hasKept(fact: Fact): Promise<boolean>
  /** Stores the findings of a check. Never rejects. */
  take(findings: readonly Finding[]): Promise<void>
  /** Returns the facts that are known to differ. */
  known(): Fact[]
}

export function createCapabilities(figma: PluginAPI): Capabilities {
  const found = new Map<Fact, boolean>()
  const storage = figma.clientStorage
  let isMeasured = false
  let loading: Promise<void> | null = null

  function measure(): void {
    if (isMeasured) return
    isMeasured = true
    for (const { id, verdict } of measureImport(figma)) found.set(id, verdict === 'differs')
  }

  async function loadKept(): Promise<void> {
    try {
      const kept = Kept.safeParse(await storage.getAsync(KEY))
      // Another version of the plugin may check it differently.
      if (!kept.success || kept.data.version !== VERSION || kept.data.editor !== figma.editorType) return
      for (const fact of KEPT) if (kept.data.differs.includes(fact) && !found.has(fact)) found.set(fact, true)
    } catch {
      // If they cannot be read, everything counts as expected.
    }
  }

  const load = () => {
    loading = loading ?? loadKept()
    return loading
  }

  const known = () => {
    measure()
    const facts: Fact[] = []
    found.forEach((differs, fact) => {
      if (differs) facts.push(fact)
    })
    return facts
  }

  return {
    differs(fact) {
      measure()
      return found.get(fact) === true
    },
    async hasKept(fact) {
      await load()
      return found.get(fact) === true
    },
    async take(findings) {
      await load()
      if (findings.some(({ id }) => id === 'svg')) isMeasured = true
      for (const { id, verdict } of findings) if (verdict !== 'unclear') found.set(id, verdict === 'differs')
      if (!findings.some(({ id }) => KEPT.includes(id))) return
      const differs = KEPT.filter((fact) => found.get(fact) === true)
      try {
        if (differs.length === 0) await storage.deleteAsync(KEY)
        else await storage.setAsync(KEY, { version: VERSION, editor: figma.editorType, differs })
      } catch {
        // The check itself reports that the storage fails.
      }
    },
    known,
  }
}
