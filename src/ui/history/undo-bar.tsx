import { useEffect, useRef } from 'preact/hooks'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import type { HistoryStore } from '../stores/history'

/** Offers to bring back what was just deleted, for as long as it can be. */
export function UndoBar({ history }: { readonly history: HistoryStore }) {
  const job = history.removed.value
  const id = job?.id
  const button = useRef<HTMLButtonElement>(null)
  const hadFocus = useRef(false)
  const undo = async () => {
    await history.undo()
    // To what has come back, once it is there again.
    requestAnimationFrame(() => document.getElementById(`details-${id}`)?.focus())
  }
  useEffect(() => {
    // What was pressed to delete it is gone: the focus comes here, and goes to the heading when this is gone, too.
    if (id) button.current?.focus()
    else if (hadFocus.current && document.activeElement === document.body)
      document.getElementById('history-heading')?.focus()
    if (!id) return
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox'
      if (event.key !== 'z' || !(event.metaKey || event.ctrlKey) || event.shiftKey || isTyping) return
      event.preventDefault()
      void undo()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [id])
  if (!job) return null
  return (
    <section class="footer undo" aria-label={strings.history.undoBar}>
      <span class="undo-text">
        {strings.history.removed} <span class="secondary">{job.request.prompt}</span>
      </span>
      <Button
        secondary
        buttonRef={button}
        aria-keyshortcuts="Meta+Z Control+Z"
        onClick={() => void undo()}
        onFocus={() => {
          hadFocus.current = true
        }}
        onBlur={({ relatedTarget }) => {
          // A button that is taken away loses the focus to nothing.
          if (relatedTarget) hadFocus.current = false
        }}
      >
        {strings.history.undo}
      </Button>
    </section>
  )
}
