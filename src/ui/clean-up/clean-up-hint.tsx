import type { ReadonlySignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { strings } from '../../strings'
import { Button } from '../parts/button'

interface CleanUpHintProps {
  /** Number of selected layers that can be cleaned up. */
  readonly count: number
  /** Whether the view that it opens is open. When that closes, the button gets the focus back. */
  readonly isOpen: ReadonlySignal<boolean>
  readonly onOpen: () => void
}

/** Offers to clean up the vectors that are selected on the canvas. */
export function CleanUpHint({ count, isOpen, onOpen }: CleanUpHintProps) {
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !isOpen.value) button.current?.focus()
    wasOpen.current = isOpen.value
  }, [isOpen.value])
  if (count === 0) return null
  return (
    <section class="hint below" aria-label={strings.cleanUp.heading}>
      <div class="grow">
        <p>{strings.cleanUp.hint(count)}</p>
        <p class="quiet">{strings.cleanUp.hintHelp}</p>
      </div>
      <Button secondary buttonRef={button} onClick={onOpen}>
        {strings.cleanUp.open}
      </Button>
    </section>
  )
}
