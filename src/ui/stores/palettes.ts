import type { NamedPalette } from '../../protocol/colours'
import * as words from '../../words'
import type { Sandbox } from '../platform/sandbox'

/** Palettes on their way into the file. */
export function createPalettes(sandbox: Sandbox, announce: (text: string) => void) {
  const name = (prompt: string) => words.colours.paletteName(prompt)
  return {
    async insertSwatches(prompt: string, entries: NamedPalette['entries']): Promise<void> {
      const reply = await sandbox.request('palette.insert', { name: name(prompt), entries })
      announce(reply.ok ? words.colours.swatchesInserted : words.colours.failed)
      if (!reply.ok)
        void sandbox.request('toast', { text: words.colours.failed, isError: true, stays: false })
    },
    async createVariables(prompt: string, entries: NamedPalette['entries']): Promise<void> {
      const reply = await sandbox.request('palette.variables', { name: name(prompt), entries })
      const created = reply.ok && reply.value.collection !== null
      const text = created ? words.colours.created(reply.value.variables) : words.colours.failed
      announce(text)
      void sandbox.request('toast', { text, isError: !created, stays: false })
    },
  }
}
