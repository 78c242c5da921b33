import { autoUpdate, computePosition, flip, offset, type Placement, shift, size } from '@floating-ui/dom'
import type { ComponentChildren, RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { countOverlay } from './overlays'

interface PopoverProps {
  /** The control that opened it. Focus returns there when it closes. */
  readonly anchor: RefObject<HTMLElement>
  readonly role: 'dialog' | 'menu' | 'listbox'
  readonly label: string
  readonly onClose: () => void
  readonly children: ComponentChildren
  readonly id?: string
  readonly class?: string
  readonly placement?: Placement
  /** As wide as the control that opened it, at least. */
  readonly fitsAnchor?: boolean
  /** Below the control, or over it: never over what is above. */
  readonly staysBelow?: boolean
  /** The control keeps the focus, and its keys work in the popover. */
  readonly keepsFocus?: boolean
}

const FOCUSABLE = 'button:not([disabled]), input:not([disabled]), [tabindex="0"], a[href], textarea'

/**
 * What floats over the panel beside the control that opened it: a menu, a list, or a dialog. Escape, a click outside, and Tab
 * out of it close it. It takes the focus to the element with `data-autofocus`, or to the first that can have it.
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

  // Before the next event: whoever clicks at once means what is there.
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
    // biome-ignore lint/a11y/noStaticElementInteractions: it has the role that it is given
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
