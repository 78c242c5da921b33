import type { Rgb } from './colour'
import { clip } from './geometry/clip'
import { fitted } from './geometry/fit'
import { combined, flatten, IDENTITY, type Matrix, movePath, type Path, type Point } from './geometry/path'
import { ribbon, tapered, type WidthAt } from './geometry/ribbon'
import { smoothLine } from './geometry/smooth'
import type { Palette } from './palette'
import type { Random } from './random'

/**
 * What a shape is to the styles. `backdrop`: sky, hills, a disc behind the subject. `form`: a part of a thing,
 * outlined in the line styles. `mark`: a patch on a form, without an outline of its own. `detail`: an eye, a
 * whisker, a seam: stays solid everywhere.
 */
type Role = 'backdrop' | 'form' | 'mark' | 'detail'

/** One filled shape, in the order in which it is painted. */
export interface Shape {
  readonly path: Path
  readonly colour: Rgb
  readonly role: Role
  /** The colour at the far end of a gradient that starts with `colour` at the top. */
  readonly fade: Rgb | null
  /** Whether the flat style may round the shape off with a crescent of shadow. */
  readonly round: boolean
}

/** An open line: points, or the text form of `knotsOf`. */
type Line = string | readonly Point[]

/** Options of a form or backdrop. */
interface ShapeOptions {
  readonly fade?: Rgb
  readonly round?: boolean
}

/** What a motif may vary: `random` for its details, `main` for the colour that the prompt asks for. */
export interface Look {
  readonly palette: Palette
  readonly random: Random
  readonly main: Rgb | null
}

/** Draws a thing around the origin, within about -1..1 in height; things that stand do so at y = 1. */
export type Motif = (pen: Pen, look: Look) => void

/** Collects shapes, moved by the matrix of the place where they are drawn. */
export class Pen {
  readonly shapes: Shape[]
  readonly #matrix: Matrix

  constructor(matrix: Matrix = IDENTITY, shapes: Shape[] = []) {
    this.#matrix = matrix
    this.shapes = shapes
  }

  /** A pen for a part of the picture with coordinates of its own; it adds to the same shapes. */
  at(matrix: Matrix): Pen {
    return new Pen(combined(this.#matrix, matrix), this.shapes)
  }

  /** A shape behind the things: sky, land, a disc. Not rounded off by shading. */
  backdrop(path: Path, colour: Rgb, options: ShapeOptions = {}): void {
    this.#add(path, colour, 'backdrop', { round: false, ...options })
  }

  /** A part of a thing. */
  form(path: Path, colour: Rgb, options: ShapeOptions = {}): void {
    this.#add(path, colour, 'form', options)
  }

  /** A patch on what was drawn before. */
  mark(path: Path, colour: Rgb): void {
    this.#add(path, colour, 'mark', { round: false })
  }

  /** Something small that every style keeps solid. */
  detail(path: Path, colour: Rgb): void {
    this.#add(path, colour, 'detail', { round: false })
  }

  /** A smooth line through the points as a filled ribbon; its ends run out thin unless a width is given. */
  line(points: Line, width: number, colour: Rgb, widthAt: WidthAt = tapered(width)): void {
    const contour = ribbon(smoothLine(points), widthAt, width * 0.03)
    if (contour !== null) this.detail([contour], colour)
  }

  /** A smooth, outlined band: a stem, a limb, a rope. `width` is constant or changes along the way. */
  band(points: Line, width: number | WidthAt, colour: Rgb, options: ShapeOptions = {}): void {
    const contour = ribbon(smoothLine(points), width, 0.004)
    if (contour !== null) this.form([contour], colour, options)
  }

  /** The part of a band between two places on it (0 to 1), as a patch: a ring on a tail, a tip. */
  bandPart(points: Line, width: number | WidthAt, from: number, to: number, colour: Rgb): void {
    const line = smoothLine(points)
    const widthAt = typeof width === 'number' ? () => width : width
    const first = Math.floor(from * (line.length - 1))
    const part = line.slice(first, Math.ceil(to * (line.length - 1)) + 1)
    const contour = ribbon(
      part,
      (along) => widthAt(from + (to - from) * along),
      0.004,
      to < 1 ? 'cut' : 'round',
    )
    if (contour !== null) this.mark([contour], colour)
  }

  /** The part of a region that lies on a form, as a patch. Both must be single, simple outlines. */
  markWithin(form: Path, region: Path, colour: Rgb): void {
    const [formContour] = form
    const [regionContour] = region
    if (formContour === undefined || regionContour === undefined) return
    for (const piece of clip(flatten(formContour, 0.03), flatten(regionContour, 0.03), 'intersect')) {
      const contour = fitted(piece, 0.003)
      if (contour !== null) this.mark([contour], colour)
    }
  }

  /** Draws the same on the right and, mirrored in the y axis, on the left. */
  both(draw: (pen: Pen) => void): void {
    draw(this)
    draw(this.at([-1, 0, 0, 1, 0, 0]))
  }

  #add(path: Path, colour: Rgb, role: Role, { fade, round = true }: ShapeOptions): void {
    this.shapes.push({ path: movePath(this.#matrix, path), colour, role, fade: fade ?? null, round })
  }
}
