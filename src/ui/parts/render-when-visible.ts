import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Those that are in sight and wait for their turn. */
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
 * Whether an element has come into sight, and its turn has: one a frame, so that whoever types or scrolls meanwhile waits for
 * one of many pictures at most.
 */
export function useRenderWhenVisible(element: RefObject<Element>): boolean {
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
