import type { BlendMode } from '../drawing'
import { ClipReader } from './clips'
import { readFraction } from './color'
import { withEffects } from './groups'
import { MaskReader } from './masks'
import { boxOf, strokeBoxOf } from './outlines'
import { referenceOf } from './paint'
import type { Scene } from './scene'
import type { State } from './state'

const BLEND_MODES: readonly string[] = [
  ...['multiply', 'screen', 'overlay', 'darken', 'lighten', 'color-dodge', 'color-burn', 'hard-light'],
  ...['soft-light', 'difference', 'exclusion', 'hue', 'saturation', 'color', 'luminosity'],
]

/** Where the shapes and outlines of an element start. */
export interface Start {
  readonly shapes: number
  readonly outlines: number
}

/** Applies what concerns an element as a whole: clip, mask, opacity and blend mode. */
export class Effects {
  readonly #scene: Scene
  readonly #clips: ClipReader
  readonly #masks: MaskReader

  constructor(scene: Scene) {
    this.#scene = scene
    this.#clips = new ClipReader(scene)
    this.#masks = new MaskReader(scene)
  }

  /** Applies the effects of an element to what it has drawn since `start`. Throws VectorError. */
  apply(state: State, start: Start): void {
    const { shapes, canvas, budget } = this.#scene
    const { declared } = state.computed
    const { filter } = declared
    if (shapes.length === start.shapes) {
      // Nothing is lost if the element drew nothing, unless its filter has an area of its own to paint.
      if (filter !== undefined && this.#hasOwnArea(filter)) budget.leaveOut('filter')
      return
    }
    const { mask: masked, opacity: translucent, isolation } = declared
    const clipped = declared['clip-path']
    const blend = declared['mix-blend-mode']
    const isPlain = !(filter ?? masked ?? translucent ?? isolation ?? clipped ?? blend)
    if (isPlain) return
    if (filter !== undefined && !this.#hasNoEffect(filter)) budget.leaveOut('filter')
    const box = () => boxOf(this.#scene, start.outlines, state.matrix)
    const strokeBox = () => strokeBoxOf(shapes.slice(start.shapes), state.matrix)
    const clips = this.#clips.read(clipped, { state, box, strokeBox })
    const mask = this.#masks.read(masked, state, box)
    const opacity = translucent === undefined ? 1 : readFraction(translucent, 1)
    const blendMode = this.#blendMode(blend, isolation)
    const drawn = shapes.splice(start.shapes)
    for (const shape of withEffects(drawn, { canvas, clips, mask, opacity, blendMode })) shapes.push(shape)
  }

  #blendMode(blend = 'normal', isolation = 'auto'): BlendMode | null {
    const word = blend.trim().toLowerCase()
    if (BLEND_MODES.includes(word)) return word as BlendMode
    if (word !== 'normal') this.#scene.budget.leaveOut('mix-blend-mode')
    return isolation.trim() === 'isolate' ? 'normal' : null
  }

  #hasOwnArea(filter: string): boolean {
    const id = referenceOf(filter)
    return id !== null && this.#scene.definitions.get(id)?.attributes.filterUnits === 'userSpaceOnUse'
  }

  /** Whether a value is the initial one, or refers to an element that does not exist. */
  #hasNoEffect(value: string): boolean {
    if (value.trim() === 'none') return true
    const id = referenceOf(value)
    return id !== null && !this.#scene.definitions.get(id)
  }
}
