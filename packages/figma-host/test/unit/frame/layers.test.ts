import { describe, expect, it } from 'vitest'
import type { LayerSnapshot } from '../../../src/editor/contract'
import {
  boundsOf,
  deepestAt,
  findLayers,
  layerForClick,
  pathTo,
  visibleRows,
} from '../../../src/page/model/layers'

type Box = readonly [x: number, y: number, width: number, height: number]

function layer(
  id: string,
  [x, y, width, height]: Box,
  children: readonly LayerSnapshot[] = [],
  visible = true,
): LayerSnapshot {
  const absoluteBoundingBox = { x, y, width, height }
  return {
    id,
    name: id,
    type: 'FRAME',
    visible,
    locked: false,
    x,
    y,
    width,
    height,
    absoluteBoundingBox,
    children,
  }
}

/** Two frames, the second with two overlapping leaves of which the later lies in front, and a group. */
const layers = [
  layer('back', [0, 0, 100, 100]),
  layer(
    'front',
    [50, 0, 100, 100],
    [
      layer('low', [50, 0, 60, 60]),
      layer('high', [80, 0, 40, 40]),
      layer('group', [50, 70, 30, 30], [layer('leaf', [50, 70, 10, 10])]),
    ],
  ),
  layer('hidden', [0, 0, 500, 500], [], false),
]
const idAt = (found: LayerSnapshot | null) => found?.id ?? null

describe('what a click selects', () => {
  it('is the front layer of the page, hidden ones passed over', () => {
    expect(idAt(layerForClick(layers, [], { x: 60, y: 10 }))).toBe('front')
    expect(idAt(layerForClick(layers, [], { x: 10, y: 10 }))).toBe('back')
    expect(idAt(layerForClick(layers, [], { x: 300, y: 300 }))).toBeNull()
  })

  it('is a sibling while one works inside a frame, and the page again outside of it', () => {
    expect(idAt(layerForClick(layers, ['low'], { x: 90, y: 10 }))).toBe('high')
    expect(idAt(layerForClick(layers, ['low'], { x: 10, y: 10 }))).toBe('back')
  })

  it('is the deepest layer with Cmd', () => {
    expect(idAt(deepestAt(layers, { x: 52, y: 72 }))).toBe('leaf')
    expect(idAt(deepestAt(layers, { x: 145, y: 95 }))).toBe('front')
  })
})

describe('the rows of the layer list', () => {
  it('have the front layer first', () => {
    const rows = visibleRows(layers, new Set(['front']))
    expect(rows.map((row) => `${row.level} ${row.layer.id}`)).toEqual([
      '1 hidden',
      '1 front',
      '2 group',
      '2 high',
      '2 low',
      '1 back',
    ])
  })
})

it('layers are found by id, with the way to them', () => {
  expect(pathTo(layers, 'leaf').map(({ id }) => id)).toEqual(['front', 'group', 'leaf'])
  expect(pathTo(layers, 'none')).toEqual([])
  expect(findLayers(layers, new Set(['leaf', 'back'])).map(({ id }) => id)).toEqual(['back', 'leaf'])
  expect(boundsOf(layers.slice(0, 2))).toEqual({ x: 0, y: 0, width: 150, height: 100 })
  expect(boundsOf([])).toBeNull()
})
