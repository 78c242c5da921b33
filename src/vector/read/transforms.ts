import { IDENTITY, isIdentity, type Matrix, parseTransform } from '../matrix'
import type { Path } from '../path/path'
import { exactBox } from './bounds'
import type { ViewSize } from './lengths'
import { aroundOrigin } from './origin'
import type { ReadBudget } from './read-budget'
import type { Declared } from './style'

/** Boxes of the element itself. For shapes, the stroke makes no difference to where a transform is usually put. */
const OWN_BOXES = ['fill-box', 'content-box', 'stroke-box']

/** Reads the transforms of elements. */
export class TransformReader {
  readonly #budget: ReadBudget
  /** The last transform is cached: most files have the same one on every path. */
  #text = ''
  #matrix: Matrix | null = IDENTITY

  constructor(budget: ReadBudget) {
    this.#budget = budget
  }

  /** Reads the `transform` of an element around its origin. `path` is its outline; null for what is no shape. */
  read(declared: Declared, view: ViewSize, path: () => Path | null): Matrix {
    const { transform, 'transform-origin': origin, 'transform-box': box = '' } = declared
    const matrix = transform === undefined ? IDENTITY : this.#parse(transform)
    if (matrix === IDENTITY) return matrix
    if (!OWN_BOXES.includes(box.trim()))
      return origin === undefined ? matrix : aroundOrigin(matrix, origin, view, null)
    const outline = path()
    // The box of a group is known only after it has been drawn.
    if (!outline) this.#budget.leaveOut('transform-origin')
    return outline ? aroundOrigin(matrix, origin ?? '0 0', view, exactBox(outline)) : matrix
  }

  #parse(text: string): Matrix {
    if (text !== this.#text) {
      this.#text = text
      const matrix = text === 'none' ? IDENTITY : parseTransform(text)
      this.#matrix = matrix && isIdentity(matrix) ? IDENTITY : matrix
    }
    // Browsers ignore the whole attribute if it has a syntax error.
    if (!this.#matrix) this.#budget.leaveOut('transform')
    return this.#matrix ?? IDENTITY
  }
}
