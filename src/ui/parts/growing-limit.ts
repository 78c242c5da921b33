import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

interface GrowingLimit {
  /** What the list is of: another one begins with the first entries again. */
  readonly list: string
  readonly limit: number
}

/**
 * How many entries of a long list are drawn: at first what can be in sight, then more in each frame, so that whoever clicks or types
 * meanwhile does not wait for all of them. `list` names what the list is of, `length` is how many entries it has.
 */
export function useGrowingLimit(list: string, length: number, first: number, step: number): number {
  const state = useSignal<GrowingLimit>({ list, limit: first })
  const limit = state.value.list === list ? state.value.limit : first
  useEffect(() => {
    if (limit >= length) return
    const frame = requestAnimationFrame(() => {
      state.value = { list, limit: limit + step }
    })
    return () => cancelAnimationFrame(frame)
  }, [list, limit, length, step, state])
  return limit
}
