import { signal } from '@preact/signals'
import type { SegmindClient } from '../../segmind/client'
import type { SegmindError } from '../../segmind/errors'

export type AccountStore = ReturnType<typeof createAccountStore>

/** The balance at Segmind. Refreshed independently of everything else. */
export function createAccountStore(
  clientFor: (apiKey: string) => SegmindClient,
  apiKey: () => string | null,
) {
  /** US dollars; null while unknown. */
  const balance = signal<number | null>(null)
  /** Whether Segmind refused the saved key at the last request. */
  const refusal = signal(false)
  const neverAborted = new AbortController().signal
  let latest = 0

  return {
    balance,
    refusal,
    /** Refreshes the balance. Keeps the old one if that fails. */
    async refresh(): Promise<void> {
      const key = apiKey()
      const mine = ++latest
      if (key === null) {
        balance.value = null
        refusal.value = false
        return
      }
      const credits = await clientFor(key).credits(neverAborted)
      // The key was changed in the meantime, which started another refresh.
      if (mine !== latest) return
      if (credits.ok) balance.value = credits.value
      refusal.value = !credits.ok && credits.error.kind === 'invalid-key'
    },
    /** Tests a key by requesting its balance, which is free. Null if it works. */
    async check(key: string): Promise<SegmindError | null> {
      const credits = await clientFor(key).credits(neverAborted)
      return credits.ok ? null : credits.error
    },
  }
}
