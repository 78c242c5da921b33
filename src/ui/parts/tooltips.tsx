import { computePosition, flip, offset, shift } from '@floating-ui/dom'
import { useEffect, useRef } from 'preact/hooks'

/** Time that the pointer rests before the first tooltip, in ms. The next ones appear at once. */
const DELAY = 400
/** Time after the last tooltip within which the next one appears at once, in ms. */
const WARM = 600

/**
 * Shows the tooltip of the hovered or focused element: its `data-tip`, and the shortcut in `data-keys`. Hidden from screen readers,
 * because the same words are the control's name.
 */
export function Tooltips() {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const tip = box.current
    if (!tip) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let shown: Element | null = null
    let hiddenAt = 0
    const hide = () => {
      clearTimeout(timer)
      if (shown) hiddenAt = performance.now()
      shown = null
      tip.hidden = true
    }
    const show = async (element: HTMLElement) => {
      const { tip: text = '', keys } = element.dataset
      shown = element
      tip.replaceChildren(text)
      if (keys) tip.append(Object.assign(document.createElement('kbd'), { textContent: keys }))
      tip.hidden = false
      const middleware = [offset(6), flip({ padding: 4 }), shift({ padding: 4 })]
      const { x, y } = await computePosition(element, tip, {
        placement: 'bottom',
        strategy: 'fixed',
        middleware,
      })
      Object.assign(tip.style, { left: `${x}px`, top: `${y}px` })
    }
    const come = ({ target }: Event, isFocus: boolean) => {
      const element = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null
      if (element === shown) return
      hide()
      if (!element || element.getAttribute('aria-expanded') === 'true') return
      const isWarm = performance.now() - hiddenAt < WARM
      timer = setTimeout(() => void show(element), isWarm && !isFocus ? 0 : DELAY)
    }
    const onPointer = (event: PointerEvent) => event.pointerType === 'mouse' && come(event, false)
    const onFocus = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) come(event, true)
    }
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && hide()
    addEventListener('pointerover', onPointer)
    addEventListener('focusin', onFocus)
    addEventListener('focusout', hide)
    addEventListener('pointerdown', hide)
    addEventListener('keydown', onKey, true)
    addEventListener('scroll', hide, true)
    return () => {
      hide()
      removeEventListener('pointerover', onPointer)
      removeEventListener('focusin', onFocus)
      removeEventListener('focusout', hide)
      removeEventListener('pointerdown', hide)
      removeEventListener('keydown', onKey, true)
      removeEventListener('scroll', hide, true)
    }
  }, [])
  return <div ref={box} class="tooltip" aria-hidden="true" hidden />
}
