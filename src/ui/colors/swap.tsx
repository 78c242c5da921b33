import type { Ref } from 'preact'
import { type Target, targetName } from '../../colors/plan'
import { strings } from '../../strings'
import { Icon } from '../parts/icon'
import type { EditableColor } from './color-picker'

interface SwapProps {
  readonly entry: EditableColor
  /** What it becomes; null if it stays. */
  readonly target: Target | null
  readonly isOpen: boolean
  readonly buttonRef: Ref<HTMLButtonElement> | undefined
  readonly onOpen: () => void
  /** Called when the pointer or the focus enters or leaves it. */
  readonly onPoint: (isPointed: boolean) => void
}

/** Shows a color and what it becomes. */
export function Swap({ entry, target, isOpen, buttonRef, onOpen, onPoint }: SwapProps) {
  const { color, detail } = entry
  const name = target && targetName(target)
  const isChanged = target !== null && name !== color
  return (
    <button
      type="button"
      class="swap"
      {...(buttonRef && { ref: buttonRef })}
      aria-label={strings.palette.becomes(color, detail, name)}
      data-tip={isChanged && name ? strings.palette.tip(color, name) : `${color}, ${detail}`}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={onOpen}
      // Not `pointerenter`, which also fires when a row moves under a resting pointer.
      onPointerMove={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
      onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && onPoint(true)}
      onBlur={() => onPoint(false)}
    >
      <span class="swatch" style={{ background: color }} />
      {isChanged && (
        <>
          <Icon name="to" />
          <span class="swatch" style={{ background: target.hex }} />
        </>
      )}
      {/* The last part of a path. The tooltip shows all of it. */}
      <span class="ellipsis">{isChanged ? name?.split('/').at(-1) : color}</span>
    </button>
  )
}
