import { useEffect, useRef } from 'preact/hooks'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import { isTyping } from '../parts/shortcuts'
import type { HistoryStore } from '../stores/history'

/** Offers to undo the last delete while that is possible. */
export function UndoBar({ history }: { readonly history: Pick<HistoryStore, 'removed' | 'undo'> }) {
  const removed = history.removed.value
  const button = useRef<HTMLButtonElement>(null)
  const ids = removed.map(({ id }) => id).join()
  useEffect(() => {
    // If the pressed button is gone, the focus comes here.
    if (document.activeElement === document.body) button.current?.focus()
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = event.key === 'z' && (event.metaKey || event.ctrlKey) && !event.shiftKey
      if (!isUndo || isTyping(event)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      void history.undo()
    }
    addEventListener('keydown', onKeyDown, true)
    return () => removeEventListener('keydown', onKeyDown, true)
  }, [ids, history])
  const [only, ...more] = removed
  if (!only) return null
  return (
    <section class="bar" aria-label={strings.history.undoBar}>
      <div class="bar-where">
        <span>{strings.history.removed(removed.length)}</span>
        {more.length === 0 && <span class="quiet ellipsis">{only.request.prompt}</span>}
      </div>
      <Button
        secondary
        buttonRef={button}
        aria-keyshortcuts="Meta+Z Control+Z"
        onClick={() => void history.undo()}
      >
        {strings.history.undo}
      </Button>
    </section>
  )
}
