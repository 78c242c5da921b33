import type { VectorLikeMixin, VectorPath } from '@figma/plugin-typings/plugin-api-standalone'
import type { Capability, NodeSubject } from '../capability'
import { list, oneOf, record, text } from '../check'
import { ApiError, notModeled } from '../errors'
import { applyTo, translation, unionOf } from '../geometry/matrix'
import {
  formatPathData,
  type PathCommand,
  parsePathData,
  pathBounds,
  transformPath,
} from '../geometry/path-data'
import { setTransform } from '../layout'

function parsed(
  value: unknown,
  where: string,
): { windingRule: VectorPath['windingRule']; commands: PathCommand[] } {
  const fields = record(value, where, ['windingRule', 'data'])
  return {
    windingRule: oneOf(fields.windingRule, `${where}.windingRule`, ['NONZERO', 'EVENODD', 'NONE']),
    commands: parse(text(fields.data, `${where}.data`)),
  }
}

function parse(data: string): PathCommand[] {
  try {
    return parsePathData(data)
  } catch (error) {
    throw new ApiError(error instanceof Error ? error.message : String(error))
  }
}

/** Sets the paths of a vector. They keep their coordinates: the node moves to their bounding box (recorded in Figma's editor). */
function setPaths({ data, document, id }: NodeSubject, value: unknown): void {
  const paths = list(value, 'vectorPaths', parsed)
  const box = unionOf(paths.flatMap(({ commands }) => pathBounds(commands) ?? [])) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  }
  const shift = translation(-box.x, -box.y)
  const [[a, c], [b, d]] = data.transform
  const { x, y } = applyTo(data.transform, box)
  document.update(id, {
    width: box.width,
    height: box.height,
    vectorPaths: paths.map(({ windingRule, commands }) => ({
      windingRule,
      data: formatPathData(transformPath(commands, shift)),
    })),
  })
  setTransform(document, id, [
    [a, c, x],
    [b, d, y],
  ])
}

/** The shape of a vector layer, in the layer's own px. */
export const vector = {
  vectorPaths: { get: ({ data }: NodeSubject) => data.vectorPaths, set: setPaths },
  vectorNetwork: {
    get: (): never => {
      throw notModeled('VectorNode.vectorNetwork')
    },
    set: () => {
      throw new ApiError(
        'Cannot write to vectorNetwork with documentAccess: dynamic-page. Use setVectorNetworkAsync.',
      )
    },
  },
} satisfies Capability<VectorLikeMixin>
