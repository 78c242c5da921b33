/** So many frames are waited for a tile that is about to be drawn. */
const PATIENCE = 10

/** Brings the focus to the tile of an image, once it is there, and moves what is scrolled only where it is out of sight. */
export function focusTile(id: string, patience = PATIENCE): void {
  requestAnimationFrame(() => {
    const tile = document.querySelector<HTMLElement>(`.tile[data-job="${CSS.escape(id)}"]`)
    if (!tile) {
      if (patience > 0) focusTile(id, patience - 1)
      return
    }
    tile.focus({ preventScroll: true })
    tile.scrollIntoView({ block: 'nearest' })
  })
}
