import type { NamedPalette } from '../../protocol/colors'
import { strings } from '../../strings'
import type { Sandbox } from '../platform/sandbox'

/** Palettes on their way into the file. */
export function createPalettes(sandbox: Sandbox, announce: (text: string) => void) {
  const name = (prompt: string) => strings.colors.paletteName(prompt)
  return {
    async insertSwatches(prompt: string, entries: NamedPalette['entries']): Promise<void> {
      const reply = await sandbox.request('palette.insert', { name: name(prompt), entries })
      announce(reply.ok ? strings.colors.swatchesInserted : strings.colors.failed)
      if (!reply.ok)
        void sandbox.request('toast', { text: strings.colors.failed, isError: true, stays: false })
    },
    async createVariables(prompt: string, entries: NamedPalette['entries']): Promise<void> {
      const reply = await sandbox.request('palette.variables', { name: name(prompt), entries })
      const created = reply.ok && reply.value.collection !== null
      const text = created ? strings.colors.created(reply.value.variables) : strings.colors.failed
      announce(text)
      void sandbox.request('toast', { text, isError: !created, stays: false })
    },
  }
}
