import { focusInPlace } from '../parts/focus-in-place'

/** How many frames to wait for a tile that is about to be drawn. */
const PATIENCE = 10

/** Focuses the tile of an image as soon as it is drawn. */
export function focusTile(id: string, patience = PATIENCE): void {
  requestAnimationFrame(() => {
    const tile = document.querySelector<HTMLElement>(`.tile[data-job="${CSS.escape(id)}"]`)
    if (!tile) {
      if (patience > 0) focusTile(id, patience - 1)
      return
    }
    focusInPlace(tile)
  })
}
