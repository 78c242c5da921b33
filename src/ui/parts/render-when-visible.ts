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

/**
 * Returns whether to render an element: after it has become visible, one element per frame, so that typing and scrolling wait for
 * one picture at most.
 */
export function useRenderWhenVisible(element: RefObject<Element | null>): boolean {
  const come = useSignal(false)
  useEffect(() => {
    const take = () => {
      come.value = true
    }
    const observer = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      waiting.add(take)
      if (isServing) return
      isServing = true
      requestAnimationFrame(serve)
    })
    if (element.current) observer.observe(element.current)
    return () => {
      observer.disconnect()
      waiting.delete(take)
    }
  }, [element, come])
  return come.value
}
