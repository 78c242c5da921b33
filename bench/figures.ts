import { colors } from './colors/colors'
import type { Figure } from './figure'
import { history } from './history/history'
import { insert } from './insert/insert'
import { polling } from './polling'
import { startup } from './startup/startup'
import { vector } from './vector/vector'
import { visits } from './visits/visits'

/** Every figure by its name, in the order in which they are shown. A new one is a file beside this and a line here. */
export const figures: Readonly<Record<string, () => Figure | Promise<Figure>>> = {
  polling,
  insert,
  visits,
  vector,
  colors,
  startup,
  history,
}
