import { autoUpdate, computePosition, flip, offset, type Placement, shift, size } from '@floating-ui/dom'
import type { ComponentChildren, RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { countOverlay } from './overlays'

interface PopoverProps {
  /** The control that opened it, which gets the focus back. */
  readonly anchor: RefObject<HTMLElement | null>
  readonly role: 'dialog' | 'menu' | 'listbox'
  readonly label: string
  readonly onClose: () => void
  readonly children: ComponentChildren
  readonly id?: string
  readonly class?: string
  readonly placement?: Placement
  /** At least as wide as its control. */
  readonly fitsAnchor?: boolean
  /** Placed below the control or over it, never above it. */
  readonly staysBelow?: boolean
  /** The control keeps the focus and handles the keys. */
  readonly keepsFocus?: boolean
}

const FOCUSABLE = 'button:not([disabled]), input:not([disabled]), [tabindex="0"], a[href], textarea'

/**
 * A menu, list or dialog that floats beside its control. Escape, a click outside, and Tab out of it close it. When it opens, it
 * focuses the element with `data-autofocus`, or else the first focusable one.
 */
export function Popover(props: PopoverProps) {
  const { anchor, role, label, onClose, children, id, class: more = '', keepsFocus, fitsAnchor } = props
  const { staysBelow = false } = props
  const { placement = 'bottom-start' } = props
  const box = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose

  useLayoutEffect(countOverlay, [])

  useLayoutEffect(() => {
    const control = anchor.current
    const floating = box.current
    if (!control || !floating) return
    const place = async () => {
      const { x, y } = await computePosition(control, floating, {
        placement,
        strategy: 'fixed',
        middleware: [
          offset(4),
          !staysBelow && flip({ padding: 8 }),
          shift({ padding: 8, crossAxis: staysBelow }),
          size({
            padding: 8,
            apply({ availableHeight, rects }) {
              floating.style.maxHeight = staysBelow ? '' : `${Math.max(96, availableHeight)}px`
              if (fitsAnchor) floating.style.minWidth = `${rects.reference.width}px`
            },
          }),
        ],
      })
      Object.assign(floating.style, { left: `${x}px`, top: `${y}px`, opacity: '' })
    }
    return autoUpdate(control, floating, () => void place())
  }, [anchor, placement, fitsAnchor, staysBelow])

  // Before the next event, because an immediate click must hit the popover.
  useLayoutEffect(() => {
    const floating = box.current
    if (!keepsFocus) {
      const target =
        floating?.querySelector<HTMLElement>('[data-autofocus]') ??
        floating?.querySelector<HTMLElement>(FOCUSABLE)
      target?.focus({ preventScroll: true })
    }
    const isInside = (target: EventTarget | null) =>
      target instanceof Node && (floating?.contains(target) || anchor.current?.contains(target))
    const onPointerDown = ({ target }: PointerEvent) => {
      if (isInside(target)) return
      close.current()
      if (floating?.contains(document.activeElement)) anchor.current?.focus()
    }
    const onFocusIn = ({ target }: FocusEvent) => {
      if (!isInside(target)) close.current()
    }
    addEventListener('pointerdown', onPointerDown, true)
    addEventListener('focusin', onFocusIn)
    return () => {
      removeEventListener('pointerdown', onPointerDown, true)
      removeEventListener('focusin', onFocusIn)
    }
  }, [anchor, keepsFocus])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is a parameter
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the same
    <div
      ref={box}
      id={id}
      role={role}
      aria-label={label}
      class={`popover ${more}`}
      style={{ opacity: 0 }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        event.preventDefault()
        onClose()
        anchor.current?.focus()
      }}
    >
      {children}
    </div>
  )
}
