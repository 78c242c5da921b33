import type { NamedPalette } from '../../protocol/colors'
import { strings } from '../../strings'
import type { Sandbox } from '../platform/sandbox'

interface PalettesOptions {
  readonly sandbox: Sandbox
  readonly announce: (text: string) => void
  /** Announces a text, and shows it on the canvas. */
  readonly notify: (text: string, isError: boolean) => void
}

/** Palettes that are being added to the file. */
export function createPalettes({ sandbox, announce, notify }: PalettesOptions) {
  const name = (prompt: string) => strings.colors.paletteName(prompt)
  return {
    async insertSwatches(prompt: string, entries: NamedPalette['entries']): Promise<void> {
      const reply = await sandbox.request('palette.insert', { name: name(prompt), entries })
      if (reply.ok) announce(strings.colors.swatchesInserted)
      else notify(strings.colors.failed, true)
    },
    async createVariables(prompt: string, entries: NamedPalette['entries']): Promise<void> {
      const reply = await sandbox.request('palette.variables', { name: name(prompt), entries })
      const created = reply.ok && reply.value.collection !== null
      notify(created ? strings.colors.created(reply.value.variables) : strings.colors.failed, !created)
    },
  }
}
