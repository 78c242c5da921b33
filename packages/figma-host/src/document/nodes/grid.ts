import type { GridLayoutMixin } from '@figma/plugin-typings/plugin-api-standalone'
import type { Capability, NodeSubject } from '../capability'
import { notModeled } from '../errors'
import type { AutoLayoutData } from '../node-data'

/** A setting of grids, which is read-only in the host. */
const setting = (name: 'gridRowCount' | 'gridColumnCount' | 'gridRowGap' | 'gridColumnGap') => ({
  get: ({ data }: NodeSubject): AutoLayoutData[typeof name] => data.layout[name],
  set: () => {
    throw notModeled(`${name} = …`)
  },
})

/** Frames with a grid. All rows have the same height, and all columns the same width. */
export const grid = {
  gridRowCount: setting('gridRowCount'),
  gridColumnCount: setting('gridColumnCount'),
  gridRowGap: setting('gridRowGap'),
  gridColumnGap: setting('gridColumnGap'),
} satisfies Capability<GridLayoutMixin>
