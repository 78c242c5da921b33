import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Scrolling has ended when there was no scroll event for this long, in ms. */
const SCROLL_END = 100
/** While the user scrolls, one element is rendered in this many frames. */
const FRAMES_PER_ELEMENT = 6

/** What renders each element that is not rendered yet. */
const renderers = new Map<Element, () => void>()
/** Those elements that are visible, in the order in which they became so. */
const visible = new Set<Element>()
/** One observer for all, because the browser checks each observer in each frame. */
let observer: IntersectionObserver | null = null
let isServing = false
let frames = 0
/** Time of the last scroll event, by `performance.now`. */
let scrolledAt = Number.NEGATIVE_INFINITY

function serve(now: number): void {
  const [element] = visible
  isServing = element !== undefined
  if (!element) return
  frames += 1
  if (now - scrolledAt > SCROLL_END || frames % FRAMES_PER_ELEMENT === 0) {
    const render = renderers.get(element)
    forget(element)
    render?.()
  }
  requestAnimationFrame(serve)
}

function forget(element: Element): void {
  renderers.delete(element)
  visible.delete(element)
  observer?.unobserve(element)
}

function startObserving(): IntersectionObserver {
  const onScroll = () => {
    scrolledAt = performance.now()
  }
  document.addEventListener('scroll', onScroll, { capture: true, passive: true })
  return new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting && renderers.has(target)) visible.add(target)
      else visible.delete(target)
    }
    if (isServing || visible.size === 0) return
    isServing = true
    requestAnimationFrame(serve)
  })
}

/**
 * Returns whether to render an element: when it is visible, one element per frame, and fewer while the user scrolls, so that typing
 * and scrolling do not wait. An element that leaves the view before its turn is not rendered.
 */
export function useRenderWhenVisible(element: RefObject<Element | null>): boolean {
  const come = useSignal(false)
  useEffect(() => {
    const { current } = element
    if (!current) return
    renderers.set(current, () => {
      come.value = true
    })
    observer ??= startObserving()
    observer.observe(current)
    return () => forget(current)
  }, [element, come])
  return come.value
}
