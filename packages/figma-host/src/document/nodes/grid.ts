import type { GridLayoutMixin } from '@figma/plugin-typings/plugin-api-standalone'
import type { Capability, NodeSubject } from '../capability'
import { notModeled } from '../errors'
import type { AutoLayoutData } from '../node-data'

/** A setting of grids, which plugins of the host can read only. */
const setting = (name: 'gridRowCount' | 'gridColumnCount' | 'gridRowGap' | 'gridColumnGap') => ({
  get: ({ data }: NodeSubject): AutoLayoutData[typeof name] => data.layout[name],
  set: () => {
    throw notModeled(`${name} = …`)
  },
})

/** Frames whose children lie in cells. All rows are alike, and all columns. */
export const grid = {
  gridRowCount: setting('gridRowCount'),
  gridColumnCount: setting('gridColumnCount'),
  gridRowGap: setting('gridRowGap'),
  gridColumnGap: setting('gridColumnGap'),
} satisfies Capability<GridLayoutMixin>
