import { mapContent, type Shape } from '../drawing'
import { LIMITS } from '../errors'
import { IDENTITY, invert, multiply } from '../matrix'
import type { Path } from '../path/path'
import { transformPath } from '../path/transform'
import { type Box, hullBox } from './bounds'
import { hrefOf } from './definitions'
import type { XmlElement } from './document'
import type { Canvas } from './gradients'
import { withEffects } from './groups'
import { readPx } from './lengths'
import { complexityOf, moveShape } from './move-shape'
import { transformed } from './outlines'
import { boxPath, clipTo, cutsNothing, visibleBox } from './regions'
import type { Scene } from './scene'
import type { State } from './state'
import { fitInto, readViewBox } from './viewport'

/** Maximum number of shapes that a pattern may become for one shape; more would no longer be a picture to edit. */
const MAX_SHAPES = 2000

/** An area that contains everything. */
const EVERYWHERE = { x: -1e9, y: -1e9, width: 2e9, height: 2e9 }

/** A pattern with what it inherits by href. */
interface Source {
  readonly attributes: Readonly<Record<string, string | undefined>>
  /** The element whose children are drawn. */
  readonly content: XmlElement
}

/** Draws patterns as repeated shapes. */
export class PatternPainter {
  readonly #scene: Scene

  constructor(scene: Scene) {
    this.#scene = scene
  }

  /** Whether a pattern paints anything; null if it cannot be used, and the fallback applies. */
  isDrawn(pattern: XmlElement, canvas: Canvas): boolean | null {
    const { attributes, content } = this.#source(pattern)
    const inBox = attributes.patternUnits !== 'userSpaceOnUse'
    const tile = tileOf(attributes, canvas)
    if (!tile) return inBox ? null : false
    return content.children.length > 0
  }

  /** Returns the tiles that meet an area in the drawing's px. Throws VectorError. */
  tiles(pattern: XmlElement, canvas: Canvas, area: Path, { context }: State): readonly Shape[] {
    const { budget, styles } = this.#scene
    const { attributes, content } = this.#source(pattern)
    const tile = tileOf(attributes, canvas)
    const matrix = transformed(canvas.matrix, attributes, canvas.view)
    const back = matrix && invert(matrix)
    const seen = visibleBox(
      { path: area, fill: null, opacity: 1, fillRule: 'nonzero', stroke: null },
      this.#scene.canvas,
    )
    if (!tile || !matrix || !back || !seen) return []
    budget.repeat(content)
    const computed = styles.at(content)
    const box = readViewBox(attributes.viewBox)
    const inBox = !box && attributes.patternContentUnits === 'objectBoundingBox'
    const bounds = canvas.box()
    const fit = box
      ? fitInto(box, tile.width, tile.height, attributes.preserveAspectRatio)
      : inBox
        ? { ...IDENTITY, a: bounds.width, d: bounds.height }
        : IDENTITY
    // The content starts at the tile, also without a viewBox: the standard says otherwise, browsers do so.
    const inner = multiply({ ...IDENTITY, e: tile.x, f: tile.y }, fit)
    const view = box ?? (inBox ? { width: 1, height: 1 } : canvas.view)
    const state: State = { matrix: multiply(matrix, inner), view, computed, style: computed.style, context }
    // Nothing is cut at the canvas, because tiles are moved into it.
    const drawn = this.#scene.drawApart(content, state, EVERYWHERE)
    if (!drawn || drawn.length === 0) return []
    const isCut = !['visible', 'auto'].includes(attributes.overflow?.trim() ?? 'hidden')
    const clips = isCut ? [clipTo(boxPath(tile, matrix))] : []
    const effects = { clips, mask: null, opacity: 1, blendMode: null, canvas: EVERYWHERE }
    const sheets = sheetsOf(drawn, boxPath(tile, matrix))
    const one = withEffects(seamless(drawn.slice(sheets.length)), effects)
    const around = hullBox(transformPath(boxPath(seen, IDENTITY), back))
    const [left, right] = range(around.x, around.width, tile.x, tile.width)
    const [top, bottom] = range(around.y, around.height, tile.y, tile.height)
    const count = (right - left) * (bottom - top)
    const weight = complexityOf(one)
    if (!(count * weight.shapes <= MAX_SHAPES)) {
      budget.leaveOut('pattern')
      return []
    }
    const tiles = sheets.map((sheet) => ({ ...sheet, path: boxPath(seen, IDENTITY) }))
    for (let row = top; row < bottom; row += 1) {
      for (let column = left; column < right; column += 1) {
        const dx = column * tile.width
        const dy = row * tile.height
        budget.spend(weight.segments)
        for (const shape of one) {
          tiles.push(moveShape(shape, matrix.a * dx + matrix.c * dy, matrix.b * dx + matrix.d * dy))
        }
      }
    }
    return tiles
  }

  #source(pattern: XmlElement): Source {
    const { definitions, styles, budget } = this.#scene
    const chain = [pattern]
    for (let at = pattern; chain.length < LIMITS.chain; ) {
      const id = hrefOf(at)
      if (id === null) budget.leaveOut('external-reference')
      const next = id ? definitions.get(id) : undefined
      if (next?.name !== 'pattern' || chain.includes(next)) break
      chain.push(next)
      at = next
    }
    const own = chain.map((link) => styles.lengths(link))
    const { overflow, transform, 'transform-origin': origin } = styles.at(pattern).declared
    const attributes: Record<string, string | undefined> = Object.assign(
      Object.create(null),
      ...own.reverse(),
    )
    attributes.transform = transform ?? attributes.patternTransform
    attributes['transform-origin'] = origin
    attributes.overflow = overflow
    return { attributes, content: chain.find(({ children }) => children.length > 0) ?? pattern }
  }
}

/** Browsers draw a tile once, as pixels that they repeat: there are no hairlines between tiles. */
const seamless = (shapes: readonly Shape[]): Shape[] =>
  shapes.map((shape) => ({ ...mapContent(shape, seamless), isSeamless: true }))

/** Returns the shapes at the back that fill the whole tile with one color: drawn once, they have no gaps between tiles. */
function sheetsOf(shapes: readonly Shape[], tile: Path): readonly Shape[] {
  const inside: Shape = { path: tile, fill: null, opacity: 1, fillRule: 'nonzero', stroke: null }
  const end = shapes.findIndex(
    ({ path, fill, fillRule, stroke, content }) =>
      content ||
      stroke ||
      fill?.type !== 'solid' ||
      !cutsNothing(clipTo(path, fillRule), [inside], EVERYWHERE),
  )
  return end < 0 ? shapes : shapes.slice(0, end)
}

function tileOf(attributes: Source['attributes'], { view, box }: Canvas): Box | null {
  const inBox = attributes.patternUnits !== 'userSpaceOnUse'
  const base = inBox ? { width: 1, height: 1 } : view
  const x = readPx(attributes.x, base.width, 0)
  const y = readPx(attributes.y, base.height, 0)
  const width = readPx(attributes.width, base.width, 0)
  const height = readPx(attributes.height, base.height, 0)
  if (!(width > 0 && height > 0)) return null
  if (!inBox) return { x, y, width, height }
  const around = box()
  if (!(around.width > 0 && around.height > 0)) return null
  return {
    x: around.x + x * around.width,
    y: around.y + y * around.height,
    width: width * around.width,
    height: height * around.height,
  }
}

/** The numbers of the tiles that meet a range. */
function range(from: number, size: number, start: number, step: number): [number, number] {
  const slack = 1e-6
  return [Math.floor((from - start) / step + slack), Math.ceil((from + size - start) / step - slack)]
}
