import type { MemberTable } from '../capability'
import type { Session } from '../session'
import { clientStorage } from './client-storage'
import { combine } from './combine'
import { create } from './create'
import { events } from './events'
import { about, areas, base64, run } from './figma'
import { fonts } from './fonts'
import { images } from './images'
import { pages } from './pages'
import { parameters } from './parameters'
import { styles } from './styles'
import { showUI, ui } from './ui'
import { util } from './util'
import { variables } from './variables'
import { viewport } from './viewport'

/** The modeled members of `figma` and its areas, by full name. */
export const AREA_MEMBERS: Readonly<Record<string, MemberTable<Session>>> = {
  figma: {
    ...about,
    ...areas,
    ...run,
    ...base64,
    ...events,
    ...pages,
    ...create,
    ...combine,
    ...styles,
    ...showUI,
    ...fonts,
    ...images,
  },
  'figma.ui': ui,
  'figma.viewport': viewport,
  'figma.clientStorage': clientStorage,
  'figma.util': util,
  'figma.variables': variables,
  'figma.parameters': parameters,
}
