import { useRef } from 'preact/hooks'
import { strings } from '../../strings'
import { IconButton } from '../parts/icon-button'

interface CompareButtonProps {
  /** The image is shown as it was delivered. */
  readonly isOriginal: boolean
  readonly onShow: (isOriginal: boolean) => void
}

/** A key that is let go within this time was pressed, not held, in ms. */
const PRESS = 300

/** Shows the original for as long as it is held; by a short press of a key, or by a screen reader's, until the next one. */
export function CompareButton({ isOriginal, onShow }: CompareButtonProps) {
  /** When a key was pressed, and what was shown before. */
  const key = useRef<{ readonly at: number; readonly wasOriginal: boolean } | null>(null)
  /** A pointer was down just now: its click says nothing more. */
  const isPointer = useRef(false)
  const letGo = () => {
    key.current = null
    onShow(false)
  }
  const isKey = ({ key: name }: KeyboardEvent) => name === ' ' || name === 'Enter'
  return (
    <IconButton
      icon="compare"
      label={strings.compare}
      aria-pressed={isOriginal}
      onPointerDown={({ currentTarget, pointerId, button }) => {
        if (button !== 0) return
        currentTarget.setPointerCapture(pointerId)
        isPointer.current = true
        onShow(true)
      }}
      onLostPointerCapture={() => {
        letGo()
        setTimeout(() => {
          isPointer.current = false
        })
      }}
      onKeyDown={(event) => {
        if (!isKey(event)) return
        // Else the key would count as a click, too.
        event.preventDefault()
        if (event.repeat) return
        key.current = { at: event.timeStamp, wasOriginal: isOriginal }
        onShow(true)
      }}
      onKeyUp={(event) => {
        const { current: pressed } = key
        if (!isKey(event) || !pressed) return
        event.preventDefault()
        key.current = null
        onShow(event.timeStamp - pressed.at < PRESS && !pressed.wasOriginal)
      }}
      onBlur={() => isOriginal && letGo()}
      // A click without a pointer or a key is a screen reader's.
      onClick={() => !isPointer.current && onShow(!isOriginal)}
    />
  )
}
