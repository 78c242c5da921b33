import type {
  AutoLayoutMixin,
  ConstraintMixin,
  LayoutMixin,
} from '@figma/plugin-typings/plugin-api-standalone'
import { type Axis, layoutFrameOf, primaryAxis } from '../auto-layout/axes'
import { setSizing, sizingOf } from '../auto-layout/sizing'
import type { Capability, NodeSubject } from '../capability'
import { boolean, invalid, number, oneOf, record } from '../check'
import { ApiError, notModeled } from '../errors'
import type { AutoLayoutData } from '../node-data'

const CONSTRAINTS = ['MIN', 'CENTER', 'MAX', 'STRETCH', 'SCALE'] as const

function change({ data, document, id }: NodeSubject, patch: Partial<AutoLayoutData>): void {
  document.update(id, { layout: { ...data.layout, ...patch } })
}

/** An auto layout setting, validated by `check`. */
function setting<Name extends keyof AutoLayoutData>(
  name: Name,
  check: (value: unknown, subject: NodeSubject) => AutoLayoutData[Name],
) {
  return {
    get: ({ data }: NodeSubject) => data.layout[name],
    set: (subject: NodeSubject, value: unknown) =>
      change(subject, { [name]: check(value, subject) } as Partial<AutoLayoutData>),
  }
}

const length = (name: keyof AutoLayoutData & string) => (value: unknown) => number(value, name, 0)
const sizingMode = (name: string) => (value: unknown) => oneOf(value, name, ['FIXED', 'AUTO'])

function counterAlignment(value: unknown): AutoLayoutData['counterAxisAlignItems'] {
  if (value === 'BASELINE') throw notModeled("counterAxisAlignItems = 'BASELINE'")
  return oneOf(value, 'counterAxisAlignItems', ['MIN', 'MAX', 'CENTER'])
}

/** Auto layout settings of a frame. Wrapping and baselines are not modeled. */
export const autoLayout = {
  layoutMode: setting('layoutMode', (value, { data }) => {
    // It is unknown which cells existing layers would get.
    if (value === 'GRID' && data.children.length > 0)
      throw notModeled("layoutMode = 'GRID' with layers inside")
    return oneOf(value, 'layoutMode', ['NONE', 'HORIZONTAL', 'VERTICAL', 'GRID'])
  }),
  primaryAxisSizingMode: setting('primaryAxisSizingMode', sizingMode('primaryAxisSizingMode')),
  counterAxisSizingMode: setting('counterAxisSizingMode', sizingMode('counterAxisSizingMode')),
  primaryAxisAlignItems: setting('primaryAxisAlignItems', (value) =>
    oneOf(value, 'primaryAxisAlignItems', [
      'MIN',
      'MAX',
      'CENTER',
      'SPACE_BETWEEN',
      'SPACE_EVENLY',
      'SPACE_AROUND',
    ]),
  ),
  counterAxisAlignItems: setting('counterAxisAlignItems', counterAlignment),
  itemSpacing: setting('itemSpacing', (value) => number(value, 'itemSpacing')),
  paddingLeft: setting('paddingLeft', length('paddingLeft')),
  paddingRight: setting('paddingRight', length('paddingRight')),
  paddingTop: setting('paddingTop', length('paddingTop')),
  paddingBottom: setting('paddingBottom', length('paddingBottom')),
  itemReverseZIndex: setting('itemReverseZIndex', (value) => boolean(value, 'itemReverseZIndex')),
  strokesIncludedInLayout: setting('strokesIncludedInLayout', (value) =>
    boolean(value, 'strokesIncludedInLayout'),
  ),
  layoutWrap: {
    get: (): 'NO_WRAP' => 'NO_WRAP',
    set: ({ data }: NodeSubject, value: unknown) => {
      const wrap = oneOf(value, 'layoutWrap', ['NO_WRAP', 'WRAP'])
      if (!primaryAxis(data)) throw new ApiError('layoutWrap can only be set on auto layout frames')
      if (wrap === 'WRAP') throw notModeled("layoutWrap = 'WRAP'")
    },
  },
} satisfies Capability<AutoLayoutMixin>

function limit(name: 'minWidth' | 'maxWidth' | 'minHeight' | 'maxHeight') {
  return setting(name, (value, { data, document }) => {
    if (!primaryAxis(data) && !layoutFrameOf(document, data)) {
      throw new ApiError(`${name} can only be set on auto layout frames and their children`)
    }
    return value === null ? null : number(value, name, Number.MIN_VALUE)
  })
}

function sizing(name: 'layoutSizingHorizontal' | 'layoutSizingVertical', axis: Axis) {
  return {
    get: ({ data, document }: NodeSubject) => sizingOf(document, data, axis),
    set: ({ document, id }: NodeSubject, value: unknown) =>
      setSizing(document, id, axis, oneOf(value, name, ['FIXED', 'HUG', 'FILL'])),
  }
}

/** Auto layout settings of a layer in such a frame. */
export const autoLayoutChild = {
  layoutPositioning: setting('layoutPositioning', (value, { data, document }) => {
    const positioning = oneOf(value, 'layoutPositioning', ['AUTO', 'ABSOLUTE'])
    const parent = document.get(data.parent ?? '')
    if (positioning === 'ABSOLUTE' && !(parent && primaryAxis(parent))) {
      throw new ApiError(
        'Can only set layoutPositioning = ABSOLUTE if the parent node has layoutMode !== NONE',
      )
    }
    return positioning
  }),
  layoutAlign: setting('layoutAlign', (value) => {
    if (value === 'MIN' || value === 'CENTER' || value === 'MAX') {
      throw notModeled(`layoutAlign = '${value}', which is deprecated`)
    }
    return oneOf(value, 'layoutAlign', ['STRETCH', 'INHERIT'])
  }),
  layoutGrow: setting('layoutGrow', (value) => {
    if (value === 0 || value === 1) return value
    throw invalid('layoutGrow', 'Expected 0 or 1')
  }),
  minWidth: limit('minWidth'),
  maxWidth: limit('maxWidth'),
  minHeight: limit('minHeight'),
  maxHeight: limit('maxHeight'),
  layoutSizingHorizontal: sizing('layoutSizingHorizontal', 'horizontal'),
  layoutSizingVertical: sizing('layoutSizingVertical', 'vertical'),
} satisfies Capability<LayoutMixin>

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
} satisfies Capability<ConstraintMixin>
