import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Visible elements that wait to be rendered. */
const waiting = new Set<() => void>()
let isServing = false

function serve(): void {
  const [first] = waiting
  isServing = first !== undefined
  if (!first) return
  waiting.delete(first)
  first()
  requestAnimationFrame(serve)
}

/** What to do when an element becomes visible. One observer for all: the browser checks each observer in each frame. */
const pending = new WeakMap<Element, () => void>()
let observer: IntersectionObserver | null = null

/** Calls back once, when the element is visible. Returns a function that stops waiting for it. */
function whenVisible(element: Element, callback: () => void): () => void {
  observer ??= new IntersectionObserver((entries, self) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue
      self.unobserve(target)
      pending.get(target)?.()
    }
  })
  pending.set(element, callback)
  observer.observe(element)
  return () => {
    pending.delete(element)
    observer?.unobserve(element)
  }
}

/**
 * Returns whether to render an element: after it has become visible, one element per frame, so that typing and scrolling wait for
 * one picture at most.
 */
export function useRenderWhenVisible(element: RefObject<Element | null>): boolean {
  const come = useSignal(false)
  useEffect(() => {
    const { current } = element
    if (!current) return
    const take = () => {
      come.value = true
    }
    const stop = whenVisible(current, () => {
      waiting.add(take)
      if (isServing) return
      isServing = true
      requestAnimationFrame(serve)
    })
    return () => {
      stop()
      waiting.delete(take)
    }
  }, [element, come])
  return come.value
}
