import { useSignal, useSignalEffect } from '@preact/signals'
import type { LayerSnapshot } from '../../editor/contract'
import { pathTo, visibleRows } from '../model/layers'
import type { Session } from '../model/session'

/** The layer tree, topmost layer first. A click selects a layer and expands containers. */
export function LayerList({ session }: { readonly session: Session }) {
  const open = useSignal<ReadonlySet<string>>(new Set())
  const { layers, selection } = session.page.value
  const rows = visibleRows(layers, open.value)

  // Keeps the row of the last selected layer visible, wherever it was selected.
  useSignalEffect(() => {
    const { layers, selection } = session.page.value
    const above = pathTo(layers, selection.at(-1) ?? '').slice(0, -1)
    if (above.some(({ id }) => !open.peek().has(id)))
      open.value = new Set([...open.peek(), ...above.map(({ id }) => id)])
  })

  const pick = ({ id, children }: LayerSnapshot): void => {
    const isOpen = open.value.has(id)
    if (children.length > 0 && !isOpen) open.value = new Set([...open.value, id])
    else if (isOpen && selection.includes(id))
      open.value = new Set([...open.value].filter((one) => one !== id))
    session.select([id])
  }
  return (
    <>
      <h2>Layers</h2>
      <div class="layers" role="tree" aria-label="Layers">
        {rows.map(({ layer, level }) => (
          <button
            type="button"
            key={layer.id}
            class={layer.visible ? 'layer' : 'layer layer-hidden'}
            role="treeitem"
            aria-level={level}
            aria-selected={selection.includes(layer.id)}
            aria-expanded={layer.children.length > 0 ? open.value.has(layer.id) : undefined}
            style={{ paddingLeft: `${level * 16}px` }}
            onClick={() => pick(layer)}
          >
            {layer.name}
          </button>
        ))}
        {rows.length === 0 && <p>Nothing on the canvas yet</p>}
      </div>
    </>
  )
}
