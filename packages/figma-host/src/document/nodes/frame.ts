import type { BaseFrameMixin } from '@figma/plugin-typings/plugin-api-standalone'
import type { Capability, NodeSubject } from '../capability'
import { boolean } from '../check'

/** Whether a container is expanded in the layers panel. */
export const expandable = {
  expanded: {
    get: ({ data }: NodeSubject) => data.expanded,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { expanded: boolean(value, 'expanded') }),
  },
} satisfies Capability<BaseFrameMixin>

/** Whether a frame clips its content. */
export const clipping = {
  clipsContent: {
    get: ({ data }: NodeSubject) => data.clipsContent,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { clipsContent: boolean(value, 'clipsContent') }),
  },
} satisfies Capability<BaseFrameMixin>
