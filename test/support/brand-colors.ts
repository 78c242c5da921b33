import type { BrandColor } from '../../src/protocol/colors'
import type { Panel } from './panel'

/** The variables of a small file. */
export const BRAND: readonly BrandColor[] = ['#0b3d91', '#1f6feb', '#ff6b35', '#ffffff', '#111111'].map(
  (hex, i) => ({
    kind: 'variable',
    id: `VariableID:${i}`,
    name: ['navy', 'blue', 'orange', 'white', 'black'][i] ?? '',
    group: 'Brand',
    hex,
    opacity: 1,
    scopes: ['ALL_SCOPES'],
    remote: false,
  }),
)

/** What the sandbox answers to `colors.read` for this file. */
export const FILE = { colors: BRAND, hasVariables: true, hasStyles: true, canCreateVariables: true }

/** The search field in the list of the file’s colors. */
export const search = (panel: Panel) => panel.getByRole('combobox', { name: 'Search the file’s colors' })

/** The colors of the open image. */
export const swatches = (panel: Panel) =>
  panel.getByRole('list', { name: /^\d+ colors?$/ }).getByRole('button')
