import { signal } from '@preact/signals'
import type { SegmindClient } from '../../segmind/client'
import type { SegmindError } from '../../segmind/errors'

export type AccountStore = ReturnType<typeof createAccountStore>

/** The balance at Segmind: looked up beside everything else, and never in its way. */
export function createAccountStore(
  clientFor: (apiKey: string) => SegmindClient,
  apiKey: () => string | null,
) {
  /** US dollars; null while it is not known. */
  const balance = signal<number | null>(null)
  /** Whether Segmind refused the saved key when it was last asked. */
  const refusal = signal(false)
  const patience = new AbortController().signal
  let latest = 0

  return {
    balance,
    refusal,
    /** Looks the balance up again; keeps the old one where that fails. */
    async refresh(): Promise<void> {
      const key = apiKey()
      const mine = ++latest
      if (key === null) {
        balance.value = null
        refusal.value = false
        return
      }
      const credits = await clientFor(key).credits(patience)
      // A key that was changed meanwhile has asked for itself.
      if (mine !== latest) return
      if (credits.ok) balance.value = credits.value
      refusal.value = !credits.ok && credits.error.kind === 'invalid-key'
    },
    /** Tries a key by its balance, which costs nothing. Null where it works. */
    async check(key: string): Promise<SegmindError | null> {
      const credits = await clientFor(key).credits(patience)
      return credits.ok ? null : credits.error
    },
  }
}
