import { useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { LayerSnapshot } from '../../editor/contract'
import { type LayerRow, pathTo, visibleRows } from '../model/layers'
import type { Session } from '../model/session'
import { EntryPoints } from './entry-points'
import { LayerRowView, rowHeight } from './layer-row'
import './layer-list.css'

/** Rows drawn above and below what is seen, so that scrolling never shows a gap. */
const overscan = 8

/** Where the keys of a tree lead from a row, or what they do to it. */
function rowForKey(key: string, rows: readonly LayerRow[], index: number): LayerRow | undefined {
  const row = rows[index]
  switch (key) {
    case 'ArrowDown':
      return rows[index + 1]
    case 'ArrowUp':
      return index < 0 ? rows.at(-1) : rows[index - 1]
    case 'Home':
      return rows[0]
    case 'End':
      return rows.at(-1)
    case 'ArrowRight':
      return rows[index + 1]?.level === (row?.level ?? 0) + 1 ? rows[index + 1] : undefined
    case 'ArrowLeft':
      return row === undefined
        ? undefined
        : rows
            .slice(0, index)
            .reverse()
            .find(({ level }) => level < row.level)
    default:
      return undefined
  }
}

/**
 * The tree of layers, the front one on top.
 *
 * Only the rows in sight are in the document: a picture of a thousand paths opens at once. Screen readers are told
 * each row's place by `aria-posinset` and its like, and the active row is always one of those drawn.
 */
export function LayerList({ session }: { readonly session: Session }) {
  const scroller = useRef<HTMLDivElement>(null)
  const open = useSignal<ReadonlySet<string>>(new Set())
  const seen = useSignal({ top: 0, height: 800 })
  const rows = useComputed(() => visibleRows(session.page.value.layers, open.value))
  const selection = useComputed(() => new Set(session.page.value.selection))
  const activeId = useComputed(() => session.page.value.selection.at(-1) ?? null)

  /** Shows the row of the layer selected last, wherever it was selected. */
  useSignalEffect(() => {
    const id = activeId.value
    const element = scroller.current
    if (id === null || element === null) return
    const above = pathTo(session.page.peek().layers, id).slice(0, -1)
    if (above.some((layer) => !open.peek().has(layer.id)))
      open.value = new Set([...open.peek(), ...above.map((layer) => layer.id)])
    const top = rows.peek().findIndex(({ layer }) => layer.id === id) * rowHeight
    // The new rows give the list its height only when they are drawn.
    requestAnimationFrame(() => {
      if (top < 0) return
      if (top < element.scrollTop) element.scrollTop = top
      else if (top + rowHeight > element.scrollTop + element.clientHeight)
        element.scrollTop = top + rowHeight - element.clientHeight
    })
  })

  const setOpen = (layer: LayerSnapshot, isOpen: boolean): void => {
    const next = new Set(open.value)
    if (isOpen) next.add(layer.id)
    else next.delete(layer.id)
    open.value = next
  }

  const pick = (layer: LayerSnapshot, event: MouseEvent): void => {
    const { selection: ids } = session.page.value
    if (!event.shiftKey && !event.metaKey && !event.ctrlKey) session.select([layer.id])
    else if (ids.includes(layer.id)) session.select(ids.filter((id) => id !== layer.id))
    else session.select([...ids, layer.id])
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const index = rows.value.findIndex(({ layer }) => layer.id === activeId.value)
    const row = rows.value[index]
    const isOpen = row !== undefined && open.value.has(row.layer.id)
    const target = rowForKey(event.key, rows.value, index)
    if (event.key === 'ArrowRight' && row !== undefined && row.layer.children.length > 0 && !isOpen)
      setOpen(row.layer, true)
    else if (event.key === 'ArrowLeft' && isOpen) setOpen(row.layer, false)
    else if (target !== undefined) session.select([target.layer.id])
    else return
    event.preventDefault()
  }

  const first = Math.max(0, Math.floor(seen.value.top / rowHeight) - overscan)
  const last = Math.ceil((seen.value.top + seen.value.height) / rowHeight) + overscan
  const activeIndex = rows.value.findIndex(({ layer }) => layer.id === activeId.value)

  return (
    <aside class="layers">
      <h2>Layers</h2>
      <div
        ref={scroller}
        class="layers-scroller"
        role="tree"
        aria-label="Layers"
        aria-multiselectable="true"
        aria-activedescendant={
          activeIndex >= first && activeIndex < last ? `layer-row-${activeIndex}` : undefined
        }
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={({ currentTarget: { scrollTop, clientHeight } }) => {
          seen.value = { top: scrollTop, height: clientHeight }
        }}
        onPointerLeave={() => {
          session.hovered.value = null
        }}
      >
        <div role="none" class="layers-rows" style={{ height: `${rows.value.length * rowHeight}px` }}>
          {rows.value.slice(first, last).map((row, offset) => (
            <LayerRowView
              key={row.layer.id}
              row={row}
              index={first + offset}
              open={open.value.has(row.layer.id)}
              selected={selection.value.has(row.layer.id)}
              active={activeId.value === row.layer.id}
              hovered={session.hovered.value === row.layer.id}
              onHover={() => {
                session.hovered.value = row.layer.id
              }}
              onPick={(event) => pick(row.layer, event)}
              onToggle={() => setOpen(row.layer, !open.value.has(row.layer.id))}
              onShow={session.view.fitSelection}
            />
          ))}
        </div>
        {rows.value.length === 0 && <p class="layers-empty">Nothing on the canvas yet</p>}
      </div>
      <EntryPoints session={session} />
    </aside>
  )
}
