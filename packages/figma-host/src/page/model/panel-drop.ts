import type { Vector } from '@figma/plugin-typings/plugin-api-standalone'
import type { PanelDrop } from '../../editor/contract'

/** The parts of a panel's `pluginDrop` message that the editor uses. */
export interface PluginDrop {
  /** Where the pointer was released, in px from the top left corner of the panel. */
  readonly client: Vector
  readonly items: PanelDrop['items']
  readonly dropMetadata: unknown
}

/**
 * Reads the `pluginDrop` part of a panel's message. Null if it does not have Figma's format.
 * Source: https://developers.figma.com/docs/plugins/creating-ui, "Triggering drop events from the UI".
 */
export function readPluginDrop(value: unknown): PluginDrop | null {
  const { clientX, clientY, items, dropMetadata }: Readonly<Record<string, unknown>> = Object(value)
  if (typeof clientX !== 'number' || typeof clientY !== 'number') return null
  if (!Array.isArray(items)) return null
  const read = items.map((item: unknown) => {
    const { type, data }: Readonly<Record<string, unknown>> = Object(item)
    return typeof type === 'string' && typeof data === 'string' ? { type, data } : null
  })
  return read.every((item) => item !== null)
    ? { client: { x: clientX, y: clientY }, items: read, dropMetadata }
    : null
}
