import type {
  AutoLayoutChildrenMixin,
  AutoLayoutMixin,
  ConstraintMixin,
  LayoutMixin,
} from '@figma/plugin-typings/plugin-api-standalone'
import type { Capability, NodeSubject } from '../capability'
import { oneOf, record } from '../check'
import { ApiError } from '../errors'
import type { AutoLayoutData } from '../node-data'

const SIZINGS = ['FIXED', 'HUG', 'FILL'] as const
const CONSTRAINTS = ['MIN', 'CENTER', 'MAX', 'STRETCH', 'SCALE'] as const

function change({ data, document, id }: NodeSubject, patch: Partial<AutoLayoutData>): void {
  document.update(id, { layout: { ...data.layout, ...patch } })
}

/** Figma doc: FILL is for children of auto-layout frames only, HUG for such frames only. */
function sizing(subject: NodeSubject, value: unknown, name: string) {
  const wanted = oneOf(value, name, SIZINGS)
  const { data, document } = subject
  const parent = document.get(data.parent ?? '')
  if (wanted === 'FILL' && (parent?.layout.layoutMode ?? 'NONE') === 'NONE') {
    throw new ApiError('FILL can only be set on children of auto layout frames')
  }
  if (wanted === 'HUG' && data.layout.layoutMode === 'NONE') {
    throw new ApiError('HUG can only be set on auto layout frames or text children of auto layout frames')
  }
  return wanted
}

/** Whether a frame lays out its children. The value is kept; nothing is laid out by the host. */
export const autoLayout = {
  layoutMode: {
    get: ({ data }: NodeSubject) => data.layout.layoutMode,
    set: (subject: NodeSubject, value: unknown) =>
      change(subject, { layoutMode: oneOf(value, 'layoutMode', ['NONE', 'HORIZONTAL', 'VERTICAL', 'GRID']) }),
  },
} satisfies Capability<AutoLayoutMixin, 'layoutMode'>

/** How a layer behaves inside a frame that lays out its children. */
export const autoLayoutChild = {
  layoutPositioning: {
    get: ({ data }: NodeSubject) => data.layout.layoutPositioning,
    set: (subject: NodeSubject, value: unknown) => {
      const layoutPositioning = oneOf(value, 'layoutPositioning', ['AUTO', 'ABSOLUTE'])
      const parent = subject.document.get(subject.data.parent ?? '')
      if (layoutPositioning === 'ABSOLUTE' && (parent?.layout.layoutMode ?? 'NONE') === 'NONE') {
        throw new ApiError(
          'Can only set layoutPositioning = ABSOLUTE if the parent node has layoutMode !== NONE',
        )
      }
      change(subject, { layoutPositioning })
    },
  },
  layoutSizingHorizontal: {
    get: ({ data }: NodeSubject) => data.layout.layoutSizingHorizontal,
    set: (subject: NodeSubject, value: unknown) =>
      change(subject, { layoutSizingHorizontal: sizing(subject, value, 'layoutSizingHorizontal') }),
  },
  layoutSizingVertical: {
    get: ({ data }: NodeSubject) => data.layout.layoutSizingVertical,
    set: (subject: NodeSubject, value: unknown) =>
      change(subject, { layoutSizingVertical: sizing(subject, value, 'layoutSizingVertical') }),
  },
} satisfies Capability<
  AutoLayoutChildrenMixin & LayoutMixin,
  'layoutPositioning' | 'layoutSizingHorizontal' | 'layoutSizingVertical'
>

/** How a layer follows when its frame is resized. */
export const constraints = {
  constraints: {
    get: ({ data }: NodeSubject) => data.constraints,
    set: ({ document, id }: NodeSubject, value: unknown) => {
      const { horizontal, vertical } = record(value, 'constraints', ['horizontal', 'vertical'])
      document.update(id, {
        constraints: {
          horizontal: oneOf(horizontal, 'constraints.horizontal', CONSTRAINTS),
          vertical: oneOf(vertical, 'constraints.vertical', CONSTRAINTS),
        },
      })
    },
  },
} satisfies Capability<ConstraintMixin, 'constraints'>
