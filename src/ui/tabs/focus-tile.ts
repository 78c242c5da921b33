import { focusInPlace } from '../parts/focus-in-place'

/** How many frames to wait for a tile that is about to be rendered: a long History renders in steps. */
const MAX_FRAMES = 60

/** Focuses the tile of an image as soon as it is rendered. */
export function focusTile(id: string, frames = MAX_FRAMES): void {
  requestAnimationFrame(() => {
    const tile = document.querySelector<HTMLElement>(`.tile[data-job="${CSS.escape(id)}"]`)
    if (!tile) {
      if (frames > 0) focusTile(id, frames - 1)
      return
    }
    focusInPlace(tile)
  })
}
