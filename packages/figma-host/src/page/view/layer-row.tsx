import type { LayerRow } from '../model/layers'
import { Icon, layerIcon } from './icons'

/** Height of a row in px, the same as in the style sheet. */
export const rowHeight = 28

interface LayerRowProps {
  readonly row: LayerRow
  /** Place among the rows of the whole list, from 0. */
  readonly index: number
  readonly open: boolean
  readonly selected: boolean
  /** Whether the tree's keys act on this row. */
  readonly active: boolean
  readonly hovered: boolean
  onHover(): void
  onPick(event: MouseEvent): void
  onToggle(): void
  onShow(): void
}

/** One layer in the layer list. The keyboard is the tree's business; the row has the pointer's. */
export function LayerRowView({ row, index, open, selected, active, hovered, ...on }: LayerRowProps) {
  const { layer, level, position, siblings } = row
  const parent = layer.children.length > 0
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names the active row.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys.
    <div
      id={`layer-row-${index}`}
      class={[
        'layer-row',
        selected && 'layer-row-selected',
        active && 'layer-row-active',
        hovered && 'layer-row-hovered',
        !layer.visible && 'layer-row-hidden',
      ]
        .filter(Boolean)
        .join(' ')}
      role="treeitem"
      aria-label={layer.name}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={selected}
      aria-expanded={parent ? open : undefined}
      style={{ top: `${index * rowHeight}px`, paddingLeft: `${(level - 1) * 16 + 4}px` }}
      onPointerEnter={on.onHover}
      onClick={on.onPick}
      onDblClick={on.onShow}
    >
      <span
        class={open ? 'layer-chevron layer-chevron-open' : 'layer-chevron'}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation()
          on.onToggle()
        }}
        onDblClick={(event) => event.stopPropagation()}
      >
        {parent && <Icon name="chevron" />}
      </span>
      <Icon name={layerIcon(layer)} />
      <span class="layer-name">{layer.name}</span>
    </div>
  )
}
