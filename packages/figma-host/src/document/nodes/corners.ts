import type { CornerMixin, RectangleCornerMixin } from '@figma/plugin-typings/plugin-api-standalone'
import { type Capability, MIXED, type NodeSubject } from '../capability'
import { number } from '../check'
import type { CornerRadii } from '../node-data'

function corner(index: 0 | 1 | 2 | 3, name: string) {
  return {
    get: ({ data }: NodeSubject) => data.corners[index],
    set: ({ data, document, id }: NodeSubject, value: unknown) => {
      const radii: [number, number, number, number] = [...data.corners]
      radii[index] = number(value, name, 0)
      document.update(id, { corners: radii })
    },
  }
}

/** The radius that all corners share, in px. */
export const cornerRadius = {
  cornerRadius: {
    get: ({ data }: NodeSubject) => {
      const [first, ...others] = data.corners
      return others.every((radius) => radius === first) ? first : MIXED
    },
    set: ({ document, id }: NodeSubject, value: unknown) => {
      const radius = number(value, 'cornerRadius', 0)
      document.update(id, { corners: [radius, radius, radius, radius] satisfies CornerRadii })
    },
  },
  cornerSmoothing: {
    get: ({ data }: NodeSubject) => data.cornerSmoothing,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { cornerSmoothing: number(value, 'cornerSmoothing', 0, 1) }),
  },
} satisfies Capability<CornerMixin>

/** The radius of each corner, in px. */
export const rectangleCorners = {
  topLeftRadius: corner(0, 'topLeftRadius'),
  topRightRadius: corner(1, 'topRightRadius'),
  bottomRightRadius: corner(2, 'bottomRightRadius'),
  bottomLeftRadius: corner(3, 'bottomLeftRadius'),
} satisfies Capability<RectangleCornerMixin>
