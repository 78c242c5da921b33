import { appendArc } from '../path/arc'
import { type Path, PathBuilder } from '../path/path'
import { Scanner } from '../path/scan'
import { diagonal, readLength, readPx, type ViewSize } from './lengths'
import type { Declared } from './style'

/** Converts a basic shape to a path in its own coordinates; null if it draws nothing. */
export type BasicShape = (declared: Declared, view: ViewSize) => Path | null

/** SVG's basic shapes by name. Each path starts where the standard says and runs in that direction, because dashes depend on it. */
export const BASIC_SHAPES: ReadonlyMap<string, BasicShape> = new Map([
  ['rect', rect],
  ['circle', circle],
  ['ellipse', ellipse],
  ['line', line],
  ['polyline', (declared: Declared) => polygon(declared, false)],
  ['polygon', (declared: Declared) => polygon(declared, true)],
])

function rect(declared: Declared, view: ViewSize): Path | null {
  const x = readPx(declared.x, view.width, 0)
  const y = readPx(declared.y, view.height, 0)
  const width = readPx(declared.width, view.width, 0)
  const height = readPx(declared.height, view.height, 0)
  if (!(width > 0 && height > 0)) return null
  const [rx, ry] = radii(declared, view)
  return roundedRect(x, y, width, height, Math.min(rx, width / 2), Math.min(ry, height / 2))
}

function roundedRect(x: number, y: number, width: number, height: number, rx: number, ry: number): Path {
  const path = new PathBuilder()
  const right = x + width
  const bottom = y + height
  if (rx === 0 || ry === 0) {
    path.move(x, y)
    path.line(right, y)
    path.line(right, bottom)
    path.line(x, bottom)
    path.close()
    return path.finish()
  }
  const corner = (x0: number, y0: number, x1: number, y1: number) =>
    appendArc(path, x0, y0, { rx, ry, rotation: 0, large: false, sweep: true, x: x1, y: y1 })
  path.move(x + rx, y)
  if (width > 2 * rx) path.line(right - rx, y)
  corner(right - rx, y, right, y + ry)
  if (height > 2 * ry) path.line(right, bottom - ry)
  corner(right, bottom - ry, right - rx, bottom)
  if (width > 2 * rx) path.line(x + rx, bottom)
  corner(x + rx, bottom, x, bottom - ry)
  if (height > 2 * ry) path.line(x, y + ry)
  corner(x, y + ry, x + rx, y)
  path.close()
  return path.finish()
}

function circle(declared: Declared, view: ViewSize): Path | null {
  const r = readPx(declared.r, diagonal(view), 0)
  return oval(declared, view, r, r)
}

function ellipse(declared: Declared, view: ViewSize): Path | null {
  return oval(declared, view, ...radii(declared, view))
}

function oval(declared: Declared, view: ViewSize, rx: number, ry: number): Path | null {
  if (!(rx > 0 && ry > 0)) return null
  const cx = readPx(declared.cx, view.width, 0)
  const cy = readPx(declared.cy, view.height, 0)
  const path = new PathBuilder()
  let [x, y] = [cx + rx, cy]
  path.move(x, y)
  const quarters = [
    [cx, cy + ry],
    [cx - rx, cy],
    [cx, cy - ry],
    [cx + rx, cy],
  ] as const
  for (const [x1, y1] of quarters) {
    appendArc(path, x, y, { rx, ry, rotation: 0, large: false, sweep: true, x: x1, y: y1 })
    x = x1
    y = y1
  }
  path.close()
  return path.finish()
}

/** Reads rx and ry in px. If one of them is absent, `auto` or negative, it equals the other. */
function radii({ rx, ry }: Declared, view: ViewSize): [number, number] {
  const x = readRadius(rx, view.width)
  const y = readRadius(ry, view.height)
  return [x ?? y ?? 0, y ?? x ?? 0]
}

function readRadius(text: string | undefined, base: number): number | undefined {
  const length = readLength(text)
  return length && length.value >= 0 ? readPx(text, base, 0) : undefined
}

function line(declared: Declared, view: ViewSize): Path {
  const path = new PathBuilder()
  path.move(readPx(declared.x1, view.width, 0), readPx(declared.y1, view.height, 0))
  path.line(readPx(declared.x2, view.width, 0), readPx(declared.y2, view.height, 0))
  return path.finish()
}

/** An incomplete point at the end is ignored. With a syntax error, browsers draw nothing. */
function polygon({ points = '' }: Declared, closed: boolean): Path | null {
  const path = new PathBuilder()
  const scanner = new Scanner(points)
  while (!scanner.ended) {
    const x = scanner.number()
    const y = scanner.number()
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      if (!scanner.ended) return null
      break
    }
    if (path.segments === 0) path.move(x, y)
    else path.line(x, y)
  }
  if (path.segments === 0) return null
  if (closed) path.close()
  return path.finish()
}
