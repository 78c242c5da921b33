import type { Mask } from '../drawing'
import { multiply } from '../matrix'
import type { Box } from './bounds'
import type { XmlElement } from './document'
import { withEffects } from './groups'
import { readPx } from './lengths'
import { unitsMatrix } from './outlines'
import { referenceOf } from './paint'
import { boxPath, clipTo } from './regions'
import type { Scene } from './scene'
import type { State } from './state'

/** Reads the masks that elements refer to. */
export class MaskReader {
  readonly #scene: Scene

  constructor(scene: Scene) {
    this.#scene = scene
  }

  /** Reads a `mask`; null for none. `box` is that of the masked element in its own coordinates. Throws VectorError. */
  read(value: string | undefined, state: State, box: () => Box | null): Mask | null {
    const { budget } = this.#scene
    if (value === undefined || value.trim() === 'none') return null
    const id = referenceOf(value)
    if (id === null) {
      budget.leaveOut('mask')
      return null
    }
    const target = this.#scene.resource(id)
    if (target?.name !== 'mask') return null
    budget.repeat(target)
    return this.#mask(target, state, box)
  }

  #mask(element: XmlElement, state: State, box: () => Box | null): Mask | null {
    const { styles, budget, canvas } = this.#scene
    const computed = styles.at(element)
    const { declared, style } = computed
    const type = declared['mask-type']?.trim() === 'alpha' ? 'alpha' : 'luminance'
    const nothing: Mask = { type, shapes: [] }
    const contentUnits = unitsMatrix(declared.maskContentUnits, box)
    const area = this.#area(element, state, box)
    if (!contentUnits || !area) return nothing
    if (declared['color-interpolation']?.trim() === 'linearRGB') budget.leaveOut('color-interpolation')
    const matrix = multiply(state.matrix, contentUnits)
    const inBox = declared.maskContentUnits === 'objectBoundingBox'
    const view = inBox ? { width: 1, height: 1 } : state.view
    const drawn = this.#scene.drawApart(element, { matrix, view, computed, style })
    // Browsers ignore a mask within itself, but which of several they ignore is not defined.
    if (!drawn) {
      budget.leaveOut('mask')
      return null
    }
    const clips = [clipTo(boxPath(area, state.matrix))]
    // A mask of the mask is ignored, as in browsers.
    return { type, shapes: withEffects(drawn, { canvas, opacity: 1, blendMode: null, clips, mask: null }) }
  }

  /** Returns the area outside of which nothing is visible, in the coordinates of the masked element. */
  #area(element: XmlElement, { view }: State, box: () => Box | null): Box | null {
    const attributes = this.#scene.styles.lengths(element)
    const inBox = attributes.maskUnits !== 'userSpaceOnUse'
    const base = inBox ? { width: 1, height: 1 } : view
    const x = readPx(attributes.x, base.width, -0.1 * base.width)
    const y = readPx(attributes.y, base.height, -0.1 * base.height)
    const width = readPx(attributes.width, base.width, 1.2 * base.width)
    const height = readPx(attributes.height, base.height, 1.2 * base.height)
    if (!(width > 0 && height > 0)) return null
    if (!inBox) return { x, y, width, height }
    const around = box()
    return (
      around && {
        x: around.x + x * around.width,
        y: around.y + y * around.height,
        width: width * around.width,
        height: height * around.height,
      }
    )
  }
}
