import type { Behavior } from '../behavior'
import { CANVAS } from './canvas'
import { CLEAN_UP } from './clean-up'
import { COLORS } from './colors'
import { JOBS } from './jobs'
import { KEYBOARD } from './keyboard'
import { PANEL } from './panel'
import { SEGMIND } from './segmind'
import { STRINGS } from './strings'
import { VECTOR } from './vector'

/** All behaviors, those with the fastest tests first. */
export const BEHAVIORS: readonly Behavior[] = [
  ...JOBS,
  ...SEGMIND,
  ...STRINGS,
  ...VECTOR,
  ...COLORS,
  ...CANVAS,
  ...CLEAN_UP,
  ...PANEL,
  ...KEYBOARD,
]
