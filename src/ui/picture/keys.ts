import { useEffect, useRef } from 'preact/hooks'
import { hasOverlay } from '../parts/overlays'
import { isTyping } from '../parts/shortcuts'
import type { Zoom } from './zoom'

interface PictureKeys {
  readonly zoom: Zoom
  readonly onBack: () => void
  /** Goes to the next or previous image of the batch. */
  readonly onStep: (by: 1 | -1) => void
  readonly onCopy: () => void
  readonly onDelete: () => void
}

/** Handles the keys of the image view wherever the focus is, except in text fields, lists, and menus. */
export function usePictureKeys(keys: PictureKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { zoom, onBack, onStep, onCopy, onDelete } = latest.current
      const { key, target } = event
      if (event.defaultPrevented || event.isComposing || event.altKey || hasOverlay()) return
      if (key === 'Escape') onBack()
      else if (isTyping(event)) return
      else if (event.metaKey || event.ctrlKey) {
        // Copy the selected text instead, if there is any.
        if (key.toLowerCase() !== 'c' || event.shiftKey || getSelection()?.isCollapsed === false) return
        onCopy()
      } else if (key === 'ArrowLeft' || key === 'ArrowRight') {
        const isInList = target instanceof Element && target.matches('[role="combobox"], [type="radio"]')
        // In a zoomed image, the arrow keys scroll.
        const isInStage = target === zoom.box.current && zoom.zoom.value > 1
        if (isInList || isInStage) return
        onStep(key === 'ArrowRight' ? 1 : -1)
      } else if (key === 'Backspace' || key === 'Delete') onDelete()
      else {
        const wish = zoom.wishOf(key)
        if (wish === null) return
        zoom.zoomTo(wish)
      }
      event.preventDefault()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}
