import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

interface GrowingLimit {
  /** Identifies the list. Another list starts with its first entries again. */
  readonly list: string
  readonly limit: number
}

/**
 * Returns how many entries of a long list to render: at first those that can be in view, then more in each frame, so that input is
 * handled in between. `list` identifies the list; `length` is its number of entries.
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
