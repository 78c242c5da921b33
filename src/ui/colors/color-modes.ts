import type { ColorMode } from '../../colors/match'

/** What may be done with all colors at once. */
export const COLOR_MODES: readonly ColorMode[] = ['keep', 'exact', 'snap']
