import type { Ref } from 'preact'
import { type Target, targetName } from '../../colors/plan'
import { strings } from '../../strings'
import { Icon } from '../parts/icon'
import type { EditableColor } from './color-picker'

interface SwapProps {
  readonly entry: EditableColor
  /** What it becomes; null where it stays. */
  readonly target: Target | null
  readonly isOpen: boolean
  readonly buttonRef: Ref<HTMLButtonElement> | undefined
  readonly onOpen: () => void
  /** It is pointed at, or no longer. */
  readonly onPoint: (isPointed: boolean) => void
}

/** A color, and what becomes of it. */
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
      // Where it comes under a pointer that rests, nobody points at it.
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
      {/* Of a path the last part: the tooltip has all of it. */}
      <span class="ellipsis">{isChanged ? name?.split('/').at(-1) : color}</span>
    </button>
  )
}
