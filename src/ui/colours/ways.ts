import type { Way } from '../../colours/match'

/** What may be done with all colours at once. */
export const WAYS: readonly Way[] = ['keep', 'exact', 'snap']
