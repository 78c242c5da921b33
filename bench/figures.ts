import { colors } from './colors/colors'
import { corpora } from './corpora/corpora'
import type { Figure } from './figure'
import { history } from './history/history'
import { insert } from './insert/insert'
import { polling } from './polling'
import { startup } from './startup/startup'
import { vector } from './vector/vector'
import { visits } from './visits/visits'

/** All figures by name, in the order in which they are printed. */
export const figures: Readonly<Record<string, () => Figure | Promise<Figure>>> = {
  polling,
  insert,
  visits,
  vector,
  corpora,
  colors,
  startup,
  history,
}
