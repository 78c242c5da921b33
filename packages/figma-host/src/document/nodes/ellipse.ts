import type { EllipseNode } from '@figma/plugin-typings/plugin-api-standalone'
import type { Capability, NodeSubject } from '../capability'
import { number, record } from '../check'
import { notModeled } from '../errors'

const WHOLE = { startingAngle: 0, endingAngle: 2 * Math.PI, innerRadius: 0 }

/** An ellipse. Arcs are not modeled. */
export const ellipse = {
  arcData: {
    get: () => ({ ...WHOLE }),
    set: (_: NodeSubject, value: unknown) => {
      const fields = record(value, 'arcData', Object.keys(WHOLE))
      for (const [key, whole] of Object.entries(WHOLE)) {
        if (number(fields[key], `arcData.${key}`) !== whole) throw notModeled('EllipseNode.arcData of a part')
      }
    },
  },
} satisfies Capability<EllipseNode>
