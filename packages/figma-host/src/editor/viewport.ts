import type { Rect, Vector } from '@figma/plugin-typings/plugin-api-standalone'
import type { ViewportControl } from '../document/session-types'
import type { ViewportSnapshot } from './contract'

/** Share of the view that is left free around what is scrolled into it. */
const MARGIN = 0.1
/** Minimum and maximum zoom of Figma's editor, in screen px per page px. */
const [MIN_ZOOM, MAX_ZOOM] = [0.02, 256]

/** The editor's view of the current page. */
export class Viewport implements ViewportControl {
  readonly #onChange: () => void
  #view: ViewportSnapshot

  constructor(width: number, height: number, onChange: () => void) {
    this.#view = { center: { x: 0, y: 0 }, zoom: 1, width, height }
    this.#onChange = onChange
  }

  get snapshot(): ViewportSnapshot {
    return this.#view
  }

  get center(): Vector {
    return this.#view.center
  }

  set center(center: Vector) {
    this.change({ center })
  }

  get zoom(): number {
    return this.#view.zoom
  }

  set zoom(zoom: number) {
    this.change({ zoom })
  }

  get bounds(): Rect {
    const { center, zoom, width, height } = this.#view
    return {
      x: center.x - width / zoom / 2,
      y: center.y - height / zoom / 2,
      width: width / zoom,
      height: height / zoom,
    }
  }

  show(box: Rect): void {
    const room = 1 - 2 * MARGIN
    const zoom = Math.min((this.#view.width * room) / box.width, (this.#view.height * room) / box.height)
    this.change({
      center: { x: box.x + box.width / 2, y: box.y + box.height / 2 },
      ...(Number.isFinite(zoom) ? { zoom } : {}),
    })
  }

  change(view: Partial<ViewportSnapshot>): void {
    const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, view.zoom ?? this.#view.zoom))
    this.#view = { ...this.#view, ...view, zoom }
    this.#onChange()
  }
}
