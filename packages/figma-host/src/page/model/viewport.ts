import type { Rect, Vector } from '@figma/plugin-typings/plugin-api-standalone'
import type { ViewportSnapshot } from '../../editor/contract'

/** The part of the page that the canvas shows. */
export interface View {
  /** Page coordinates of the canvas's top left corner. */
  readonly x: number
  readonly y: number
  /** Screen px per page px. */
  readonly zoom: number
}

/** Size of the canvas on screen, in px. */
export interface CanvasSize {
  readonly width: number
  readonly height: number
}

/** The zoom range of Figma's editor: 2 % to 25600 %. */
const zoomRange = { smallest: 0.02, largest: 256 }

/** Margin around what is fitted into the canvas, in screen px. */
const fitMargin = 64

function clampZoom(zoom: number): number {
  return Math.min(zoomRange.largest, Math.max(zoomRange.smallest, zoom))
}

/** Converts a point of the canvas, in screen px from its top left corner, to page coordinates. */
export function toPage(view: View, point: Vector): Vector {
  return { x: view.x + point.x / view.zoom, y: view.y + point.y / view.zoom }
}

/** Converts a box on the page to screen px from the canvas's top left corner. */
export function toScreen(view: View, box: Rect): Rect {
  return {
    x: (box.x - view.x) * view.zoom,
    y: (box.y - view.y) * view.zoom,
    width: box.width * view.zoom,
    height: box.height * view.zoom,
  }
}

/** Moves the view by a distance in screen px. */
export function panBy(view: View, distance: Vector): View {
  return { ...view, x: view.x + distance.x / view.zoom, y: view.y + distance.y / view.zoom }
}

/** Changes the zoom and keeps the point of the canvas in place. The zoom is limited to Figma's range. */
export function zoomAt(view: View, point: Vector, zoom: number): View {
  const fixed = toPage(view, point)
  const clamped = clampZoom(zoom)
  return { x: fixed.x - point.x / clamped, y: fixed.y - point.y / clamped, zoom: clamped }
}

/** Returns the view that shows a box completely and centered, at its own size or smaller. */
export function fitView(box: Rect, size: CanvasSize): View {
  const zoom = clampZoom(
    Math.min(
      1,
      Math.max(1, size.width - 2 * fitMargin) / Math.max(1, box.width),
      Math.max(1, size.height - 2 * fitMargin) / Math.max(1, box.height),
    ),
  )
  return centeredView({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, zoom, size)
}

function centeredView(center: Vector, zoom: number, size: CanvasSize): View {
  return { x: center.x - size.width / 2 / zoom, y: center.y - size.height / 2 / zoom, zoom }
}

/** Returns the view in the form of `figma.viewport`. */
export function toViewport(view: View, size: CanvasSize): ViewportSnapshot {
  return { center: toPage(view, { x: size.width / 2, y: size.height / 2 }), zoom: view.zoom, ...size }
}

/** Returns the view that `figma.viewport` requests, for a canvas of this size. */
export function fromViewport({ center, zoom }: ViewportSnapshot, size: CanvasSize): View {
  return centeredView(center, clampZoom(zoom), size)
}
