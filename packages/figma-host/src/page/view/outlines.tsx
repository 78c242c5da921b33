import type { Rect } from '@figma/plugin-typings/plugin-api-standalone'
import type { LayerSnapshot } from '../../editor/contract'
import { findLayers, unionBox } from '../model/layers'
import type { Session } from '../model/session'
import { toScreen, type View } from '../model/viewport'

/** One SVG path along every box, on the middle of the screen's px so that the lines are crisp. */
function outlinePath(view: View, boxes: readonly Rect[]): string {
  return boxes
    .map((box) => {
      const { x, y, width, height } = toScreen(view, box)
      const left = Math.round(x) + 0.5
      const top = Math.round(y) + 0.5
      return `M${left} ${top}H${Math.round(x + width) - 0.5}V${Math.round(y + height) - 0.5}H${left}Z`
    })
    .join('')
}

function boxesOf(layers: readonly LayerSnapshot[]): Rect[] {
  return layers.map((layer) => layer.absoluteBoundingBox).filter((box) => box !== null)
}

/** A length as Figma shows it: at most two places. */
function lengthText(length: number): string {
  return String(Math.round(length * 100) / 100)
}

/** A smaller box on screen, in px, has no handles: they would hide it. */
const smallestWithHandles = 24

/** The corner handles and the badge with the size, around everything selected. */
function SelectionFrame({ view, box }: { readonly view: View; readonly box: Rect }) {
  const { x, y, width, height } = toScreen(view, box)
  const small = Math.min(width, height) < smallestWithHandles
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ] as const
  return (
    <>
      {!small &&
        corners.map(([left, top], index) => (
          <span
            key={index}
            class="handle"
            style={{ transform: `translate(${Math.round(left)}px, ${Math.round(top)}px)` }}
          />
        ))}
      <span
        class="size-badge"
        style={{ transform: `translate(${x + width / 2}px, ${y + height + 8}px) translateX(-50%)` }}
      >
        {lengthText(box.width)} × {lengthText(box.height)}
      </span>
    </>
  )
}

/** The outlines of what is selected and of what the pointer is on. */
export function Outlines({ session }: { readonly session: Session }) {
  const view = session.view.view.value
  const { layers, selection } = session.page.value
  const selected = boxesOf(findLayers(layers, new Set(selection)))
  const around = unionBox(selected)
  const hovered = session.hovered.value
  const pointed =
    hovered === null || selection.includes(hovered) ? [] : boxesOf(findLayers(layers, new Set([hovered])))
  return (
    <div class="outlines">
      <svg aria-hidden="true">
        <path class="outline outline-hovered" d={outlinePath(view, pointed)} />
        <path class="outline" d={outlinePath(view, selected)} />
        {around !== null && selected.length > 1 && <path class="outline" d={outlinePath(view, [around])} />}
      </svg>
      {around !== null && <SelectionFrame view={view} box={around} />}
    </div>
  )
}

/** The names above the frames that lie on the page. */
export function FrameLabels({ session }: { readonly session: Session }) {
  const view = session.view.view.value
  const { layers, selection } = session.page.value
  const named = layers.filter(({ type }) => type === 'FRAME' || type === 'COMPONENT' || type === 'SECTION')
  return (
    <div class="frame-labels" aria-hidden="true">
      {named.map(({ id, name, visible, absoluteBoundingBox: box }) => {
        if (!visible || box === null) return null
        const { x, y, width } = toScreen(view, box)
        return (
          <span
            key={id}
            class={selection.includes(id) ? 'frame-label frame-label-selected' : 'frame-label'}
            style={{ transform: `translate(${x}px, ${y - 20}px)`, maxWidth: `${Math.max(0, width)}px` }}
          >
            {name}
          </span>
        )
      })}
    </div>
  )
}
