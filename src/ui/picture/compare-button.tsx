import { useRef } from 'preact/hooks'
import { strings } from '../../strings'
import { IconButton } from '../parts/icon-button'

interface CompareButtonProps {
  /** Whether the original is shown. */
  readonly isOriginal: boolean
  readonly onShow: (isOriginal: boolean) => void
}

/** A key that is held for less than this is a press, in ms. */
const MAX_PRESS_MS = 300

/** Shows the original while it is held down. A short key press or a click of a screen reader shows it until the next one. */
export function CompareButton({ isOriginal, onShow }: CompareButtonProps) {
  /** When the key was pressed, and what was shown before. */
  const key = useRef<{ readonly at: number; readonly wasOriginal: boolean } | null>(null)
  /** Whether a pointer was just released, so that its click is ignored. */
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
        // Otherwise the key would also trigger a click.
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
        onShow(event.timeStamp - pressed.at < MAX_PRESS_MS && !pressed.wasOriginal)
      }}
      onBlur={() => isOriginal && letGo()}
      // A click without a pointer or key comes from a screen reader.
      onClick={() => !isPointer.current && onShow(!isOriginal)}
    />
  )
}
