import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Box, contains, overlap, type Size } from '../../../src/code/placement/boxes'
import { visibleShareWithin } from '../../../src/code/placement/clipping'
import { fitted } from '../../../src/code/placement/fit'
import { freePlace } from '../../../src/code/placement/free-place'
import { GAP } from '../../../src/code/placement/inside'
import { place as placeAll } from '../../../src/code/placement/rules'
import type { Accepts, LayerSnapshot, Scene } from '../../../src/code/placement/snapshots'

const SIZE = { width: 400, height: 300 }

/** What layers of these types accept. */
const ACCEPTS: Record<string, Accepts> = {
  ...{ PAGE: 'pictures', FRAME: 'pictures', COMPONENT: 'pictures', SECTION: 'pictures', SLIDE: 'pictures' },
  ...{ GROUP: 'neighbors', COMPONENT_SET: 'own-kind' },
}

let lastId = 0
function snapshot(type: string, box: Partial<Box>, more: Partial<LayerSnapshot> = {}): LayerSnapshot {
  lastId += 1
  const { x, y, width, height } = { x: 0, y: 0, width: 100, height: 100, ...box }
  return {
    id: `${lastId}`,
    type,
    accepts: ACCEPTS[type] ?? 'nothing',
    isReplaceable: false,
    locked: false,
    isHidden: false,
    isMask: false,
    box: { x, y, width, height },
    size: { width, height },
    transform: [
      [1, 0, x],
      [0, 1, y],
    ],
    autoLayout: null,
    isGrid: false,
    clips: type === 'FRAME',
    isBoard: type === 'SECTION',
    isPicture: false,
    parent: type === 'PAGE' ? null : page,
    index: 0,
    firstMask: null,
    ...more,
  }
}
const page: LayerSnapshot = snapshot('PAGE', { width: 0, height: 0 }, { id: 'page' })
const scene = (
  selection: readonly LayerSnapshot[],
  obstacles: Record<string, readonly Box[]> = {},
): Scene => ({
  page,
  selection,
  slide: null,
  view: { x: 0, y: 0, width: 1000, height: 800 },
  obstacles: ({ id }) => obstacles[id] ?? [],
  roomIn: ({ autoLayout }) => autoLayout,
  nextItems: () => null,
})

/** Returns where one picture goes. */
function place(on: Scene, size: Size) {
  const { spots, by: _, ...rest } = placeAll(on, [size])
  const [{ x, y, width, height } = { x: 0, y: 0, ...size }] = spots
  return { ...rest, at: { x, y }, size: { width, height } }
}

const BIG = { width: 3000, height: 3000 }
const frameOf = (more: Partial<LayerSnapshot> = {}, box: Partial<Box> = {}) => snapshot('FRAME', box, more)
const rectangleIn = (parent: LayerSnapshot, index = 0) => snapshot('RECTANGLE', {}, { parent, index })
const list = frameOf({ autoLayout: { width: 4000, height: 4000 } })
const large = frameOf({}, BIG)
const picture = frameOf({ isPicture: true })
const largePicture = frameOf({ isPicture: true }, BIG)
const set = snapshot('COMPONENT_SET', { x: 1000 })
const variant = snapshot('COMPONENT', {}, { parent: set })
const section = snapshot('SECTION', { width: 9000, height: 9000 })
const small = frameOf({}, { x: 1000, width: 450, height: 350 })
const beside = (x: number, note: string | null = null) => ({
  rule: 'beside',
  parent: page,
  at: { x: x + GAP },
  note,
})

describe('a picture goes', () => {
  it.each(['FRAME', 'COMPONENT', 'SLIDE'])('into a selected %s, fitted and centered', (type) => {
    const frame = snapshot(type, { x: 900, y: 900, width: 200, height: 600 })
    const expected = { rule: 'inside', parent: frame, index: null, note: null }
    const size = { width: 200, height: 150 }
    expect(place(scene([frame]), SIZE)).toEqual({ ...expected, at: { x: 0, y: 225 }, size })
  })

  it('as the next item of a selected frame with auto layout, no larger than the space in it', () => {
    const narrow = frameOf({ autoLayout: { width: 200, height: Number.POSITIVE_INFINITY } })
    const expected = { rule: 'appended', parent: narrow, index: null, size: { width: 200, height: 150 } }
    expect(place(scene([narrow]), SIZE)).toMatchObject(expected)
  })

  it.each<[what: string, selected: LayerSnapshot, expected: object]>([
    [
      'into a section at its own size, however large that is',
      section,
      { rule: 'inside', parent: section, size: SIZE },
    ],
    [
      'in front of a layer in the same parent',
      rectangleIn(large, 4),
      { ...beside(100), parent: large, index: 5, size: SIZE },
    ],
    [
      'after an item of auto layout',
      rectangleIn(list, 1),
      { rule: 'beside', parent: list, index: 2, size: SIZE },
    ],
    ['beside one of our own pictures', picture, beside(100)],
    ['beside our own picture that a layer is in', rectangleIn(picture), beside(100)],
    ['beside our own picture, however large it is', rectangleIn(largePicture), beside(3000)],
    ['beside a locked frame', frameOf({ locked: true }), beside(100, 'locked')],
    ['beside an instance', snapshot('INSTANCE', {}), beside(100, 'instance')],
    ['into a variant', variant, { rule: 'inside', parent: variant, note: null }],
    ['beside a layer in a variant', rectangleIn(variant), { rule: 'beside', parent: variant, note: null }],
    ['beside the set of a locked variant', { ...variant, locked: true }, beside(1100, 'locked')],
    ['beside a frame that is too small for it', rectangleIn(small), beside(1450, 'no-room')],
  ])('%s', (_what, selected, expected) => {
    expect(place(scene([selected]), SIZE)).toMatchObject(expected)
  })

  it.each([
    ['an instance', snapshot('INSTANCE', { x: 1000 }), 'instance'],
    ['a locked frame', frameOf({ locked: true }, { x: 1000 }), 'locked'],
    ['a boolean operation', snapshot('BOOLEAN_OPERATION', { x: 1000 }), null],
  ])('out of %s that contains the selected layer at any depth', (_name, outer, note) => {
    const inner = frameOf({ parent: outer })
    for (const selected of [rectangleIn(inner), inner])
      expect(place(scene([selected]), SIZE)).toMatchObject(beside(1100, note))
  })
})

describe('masks:', () => {
  const group = snapshot('GROUP', { x: 1000 }, { firstMask: 1 })
  const child = (index: number) => snapshot('RECTANGLE', { x: 1000 }, { parent: group, index })
  const outside = { rule: 'beside', parent: page, at: { x: 1100 + GAP }, note: 'masked' }

  it('a picture goes beside the group if the mask or a masked layer is selected', () => {
    expect(place(scene([child(1)]), SIZE)).toMatchObject(outside)
    expect(place(scene([child(2)]), SIZE)).toMatchObject(outside)
    const inner = snapshot('FRAME', {}, { parent: child(2), accepts: 'pictures' })
    expect(place(scene([inner]), SIZE)).toMatchObject(outside)
  })

  it('a layer behind a mask is not masked, and neither is a picture directly in front of that layer', () => {
    expect(place(scene([child(0)]), SIZE)).toMatchObject({ parent: group, index: 1, note: null })
  })

  it('on a page or slide, a picture goes behind them', () => {
    const masked = { ...page, firstMask: 3 }
    const layer = snapshot('RECTANGLE', {}, { parent: masked, index: 7 })
    expect(place(scene([layer]), SIZE)).toMatchObject({ parent: masked, index: 3, note: 'masked' })
    expect(place({ ...scene([]), page: masked }, SIZE)).toMatchObject({ rule: 'view', index: 3 })
    const slide = snapshot('SLIDE', { width: 1920, height: 1080 }, { firstMask: 2 })
    expect(place({ ...scene([]), slide }, SIZE)).toMatchObject({ rule: 'inside', index: 2 })
  })
})

describe('fitting a size into a space', () => {
  const side = fc.integer({ min: 1, max: 30_000 })
  const sides = fc.record({ width: side, height: side })

  it('gives whole px, at least one, within the space, and as large as possible', () => {
    fc.assert(
      fc.property(sides, sides, (size, target) => {
        const { width, height } = fitted(size, target)
        expect([width, height]).toEqual([Math.round(width), Math.round(height)])
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(1)
        expect(width <= target.width && height <= target.height).toBe(true)
        expect(width === target.width || height === target.height).toBe(true)
      }),
    )
  })

  it('fills a space with nearly the same aspect ratio, whole px or not', () => {
    const picture = { width: 1820, height: 1024 }
    for (const target of [
      { width: 1440, height: 810 },
      { width: 1440.5, height: 810.25 },
    ])
      expect(fitted(picture, target)).toEqual(target)
    expect(fitted(picture, { width: 1440, height: 830 })).toEqual({ width: 1440, height: 810 })
  })
})

it('the visible share of a box is reduced by every clipping ancestor, including rotated ones', () => {
  const outer = snapshot('FRAME', { width: 100, height: 100 })
  const inner = snapshot('FRAME', { x: 50, y: 0, width: 100, height: 100 }, { parent: outer })
  expect(visibleShareWithin({ x: 0, y: 0, width: 100, height: 100 }, inner)).toBeCloseTo(0.5)
  expect(visibleShareWithin({ x: 50, y: 0, width: 50, height: 100 }, inner)).toBe(0)
  expect(visibleShareWithin({ x: 50, y: 0, width: 50, height: 100 }, { ...inner, parent: page })).toBe(1)
  const half = Math.SQRT1_2
  // A square rotated by 45°, with its center in the corner of the outer frame: a quarter of it is visible.
  const turned: LayerSnapshot = {
    ...inner,
    transform: [
      [half, -half, 0],
      [half, half, -100 * half],
    ],
  }
  expect(visibleShareWithin({ x: 0, y: 0, width: 100, height: 100 }, turned)).toBeCloseTo(0.25)
})

describe('a free place', () => {
  const box = fc.record({
    x: fc.integer({ min: -500, max: 500 }),
    y: fc.integer({ min: -500, max: 500 }),
    width: fc.integer({ min: 1, max: 300 }),
    height: fc.integer({ min: 1, max: 300 }),
  })
  const boxes = fc.array(box, { maxLength: 40 })

  it('overlaps nothing and keeps the gap', () => {
    fc.assert(
      fc.property(box, boxes, (wanted, obstacles) => {
        const free = freePlace([wanted], { obstacles, gap: GAP })
        expect(free).not.toBeNull()
        expect(obstacles.some((other) => free && overlap(free, other, GAP))).toBe(false)
      }),
    )
  })

  it('is the preferred place if that is free', () => {
    fc.assert(
      fc.property(box, boxes, (wanted, others) => {
        const obstacles = others.filter((other) => !overlap(wanted, other, GAP))
        expect(freePlace([wanted], { obstacles, gap: GAP })).toEqual(wanted)
      }),
    )
  })

  it('is on whole px', () => {
    const odd = box.map((box) => ({ ...box, x: box.x + 0.3, width: box.width + 0.5 }))
    fc.assert(
      fc.property(box, fc.array(odd, { maxLength: 40 }), (wanted, obstacles) => {
        const { x = 0.5, y = 0.5 } = freePlace([wanted], { obstacles, gap: GAP }) ?? {}
        expect([x, y]).toEqual([Math.round(x), Math.round(y)])
      }),
    )
  })

  it('is within the bounds, or null', () => {
    const within = { x: -400, y: -400, width: 800, height: 800 }
    fc.assert(
      fc.property(box, boxes, (wanted, obstacles) => {
        const free = freePlace([wanted], { obstacles, gap: GAP, within })
        expect(free === null || contains(within, free)).toBe(true)
      }),
    )
  })
})
