import type { LeftOut } from './read/read'
import { readSvg } from './read/read'
import { writeSvg } from './write'

export interface PrepareOptions {
  /** The drawing's size in px; the file's own where left out. */
  readonly size?: { readonly width: number; readonly height: number }
}

/** What was done to the picture. Sizes in UTF-16 units of text. */
export interface Report {
  readonly shapesIn: number
  readonly layersOut: number
  readonly lengthIn: number
  readonly lengthOut: number
  /** What could not be kept, by kind. */
  readonly leftOut: LeftOut
}

/** A picture ready for the canvas: an SVG text of the safe subset. Sizes in px. */
export interface Prepared {
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly report: Report
}

/** What came from the service, as a picture that Figma imports without loss. Throws VectorError. */
export function prepare(text: string, options: PrepareOptions = {}): Prepared {
  const { drawing, leftOut } = readSvg(text, options.size)
  const svg = writeSvg(drawing, { idPrefix: `ink${fingerprint(text)}-` })
  const { width, height, shapes } = drawing
  return {
    svg,
    width,
    height,
    report: {
      shapesIn: shapes.length,
      layersOut: shapes.length,
      lengthIn: text.length,
      lengthOut: svg.length,
      leftOut,
    },
  }
}

/** FNV-1a, 32 bits, base 36: the same picture gets the same ids, two pictures different ones. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  return (hash >>> 0).toString(36)
}
