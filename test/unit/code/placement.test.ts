import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Box, contains, overlap } from '../../../src/code/placement/boxes'
import { freePlace } from '../../../src/code/placement/free-place'
import { GAP, place, placeAt } from '../../../src/code/placement/rules'
import type { Accepts, Scene, Spot } from '../../../src/code/placement/spots'

const SIZE = { width: 400, height: 300 }

/** What the layers of the types below say when they are asked. */
const ACCEPTS: Record<string, Accepts> = {
  ...{ PAGE: 'pictures', FRAME: 'pictures', COMPONENT: 'pictures', SECTION: 'pictures', SLIDE: 'pictures' },
  ...{ GROUP: 'neighbors', COMPONENT_SET: 'own-kind' },
}

let lastId = 0
function spot(type: string, box: Partial<Box>, more: Partial<Spot> = {}): Spot {
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
const page: Spot = spot('PAGE', { width: 0, height: 0 }, { id: 'page' })
const scene = (selection: readonly Spot[], obstacles: Record<string, readonly Box[]> = {}): Scene => ({
  page,
  selection,
  slide: null,
  view: { x: 0, y: 0, width: 1000, height: 800 },
  obstacles: ({ id }) => obstacles[id] ?? [],
  nextItem: () => null,
})

describe('a picture goes', () => {
  it('into the middle of the view when nothing is selected', () => {
    expect(place(scene([]), SIZE)).toMatchObject({
      rule: 'view',
      parent: page,
      at: { x: 300, y: 250 },
      scale: 1,
    })
  })

  it('aside from what is in the middle of the view', () => {
    const taken = { x: 350, y: 300, width: 300, height: 200 }
    const { at } = place(scene([], { page: [taken] }), SIZE)
    expect(overlap({ ...at, ...SIZE }, taken, GAP)).toBe(false)
    // Up or down is nearer than to the sides.
    expect(at.x).toBe(300)
  })

  it('onto the open slide, fitted', () => {
    const slide = spot('SLIDE', { width: 1920, height: 1080 })
    expect(place({ ...scene([]), slide }, SIZE)).toMatchObject({ rule: 'inside', parent: slide, scale: 3.6 })
  })

  it.each(['FRAME', 'COMPONENT', 'SLIDE'])('into a selected %s, fitted and centred', (type) => {
    const frame = spot(type, { x: 900, y: 900, width: 200, height: 600 })
    expect(place(scene([frame]), SIZE)).toEqual({
      rule: 'inside',
      parent: frame,
      index: null,
      at: { x: 0, y: 225 },
      size: { width: 200, height: 150 },
      scale: 0.5,
      note: null,
    })
  })

  it('into a selected section as large as it is, aside from what is there', () => {
    const section = spot('SECTION', { width: 2000, height: 1000 })
    const inside = { x: 900, y: 400, width: 200, height: 200 }
    const { at, scale, rule } = place(scene([section], { [section.id]: [inside] }), SIZE)
    expect([rule, scale]).toEqual(['inside', 1])
    expect(overlap({ ...at, ...SIZE }, inside, GAP)).toBe(false)
    expect(contains({ x: 0, y: 0, ...section.size }, { ...at, ...SIZE })).toBe(true)
  })

  it('as the next item of a selected frame with auto layout, no larger than its room', () => {
    const list = spot('FRAME', {}, { autoLayout: { width: 200, height: Number.POSITIVE_INFINITY } })
    expect(place(scene([list]), SIZE)).toMatchObject({
      rule: 'appended',
      parent: list,
      index: null,
      scale: 0.5,
    })
  })

  it('beside a selected layer, in the same parent, right behind it in the order', () => {
    const frame = spot('FRAME', { width: 3000, height: 3000 })
    const layer = spot('RECTANGLE', { x: 100, y: 50 }, { parent: frame, index: 4 })
    expect(place(scene([layer]), SIZE)).toEqual({
      rule: 'beside',
      parent: frame,
      index: 5,
      at: { x: 200 + GAP, y: 50 },
      size: SIZE,
      scale: 1,
      note: null,
    })
  })

  it('beside the rightmost of several selected layers', () => {
    const left = spot('RECTANGLE', { x: 0 })
    const right = spot('RECTANGLE', { x: 500 })
    expect(place(scene([left, right]), SIZE).at.x).toBe(600 + GAP)
  })

  it('after a selected item of auto layout', () => {
    const list = spot('FRAME', {}, { autoLayout: { width: 4000, height: 4000 } })
    const item = spot('TEXT', {}, { parent: list, index: 1 })
    expect(place(scene([item]), SIZE)).toMatchObject({ rule: 'beside', parent: list, index: 2, scale: 1 })
  })

  it('beside one of our own pictures, not into it', () => {
    const picture = spot('FRAME', {}, { isPicture: true })
    expect(place(scene([picture]), SIZE)).toMatchObject({ rule: 'beside', parent: page })
    const layer = spot('VECTOR', {}, { parent: picture })
    expect(place(scene([layer]), SIZE)).toMatchObject({ rule: 'beside', parent: page, at: { x: 100 + GAP } })
  })

  it.each([
    ['a locked frame', spot('FRAME', {}, { locked: true }), 'locked'],
    ['an instance', spot('INSTANCE', {}), 'instance'],
  ])('beside %s that is selected, and says why', (_name, selected, note) => {
    expect(place(scene([selected]), SIZE)).toMatchObject({ rule: 'beside', parent: page, note })
  })

  it.each([
    ['an instance', spot('INSTANCE', { x: 1000 }), 'instance'],
    ['a locked frame', spot('FRAME', { x: 1000 }, { locked: true }), 'locked'],
    ['a boolean operation', spot('BOOLEAN_OPERATION', { x: 1000 }), null],
  ])('out of %s that holds what is selected, however deep', (_name, outer, note) => {
    const inner = spot('FRAME', {}, { parent: outer })
    const layer = spot('RECTANGLE', {}, { parent: inner })
    for (const selected of [layer, inner]) {
      const result = place(scene([selected]), SIZE)
      expect(result).toMatchObject({ rule: 'beside', parent: page, at: { x: 1100 + GAP }, note })
    }
  })

  it('into a selected variant, beside a layer in it, and beside the set where the variant is locked', () => {
    const set = spot('COMPONENT_SET', { x: 1000 })
    const variant = spot('COMPONENT', {}, { parent: set })
    const layer = spot('RECTANGLE', {}, { parent: variant })
    const locked = spot('COMPONENT', {}, { parent: set, locked: true })
    expect(place(scene([variant]), SIZE)).toMatchObject({ rule: 'inside', parent: variant, note: null })
    expect(place(scene([layer]), SIZE)).toMatchObject({ rule: 'beside', parent: variant, note: null })
    const beside = { rule: 'beside', parent: page, at: { x: 1100 + GAP }, note: 'locked' }
    expect(place(scene([locked]), SIZE)).toMatchObject(beside)
  })

  it('beside the frame where it does not fit into it, and says so', () => {
    const frame = spot('FRAME', { x: 1000, width: 450, height: 350 })
    const layer = spot('RECTANGLE', {}, { parent: frame })
    expect(place(scene([layer]), SIZE)).toMatchObject({
      rule: 'beside',
      parent: page,
      at: { x: 1450 + GAP },
      note: 'no-room',
    })
  })

  it('where it is dropped', () => {
    expect(placeAt(scene([]), page, { x: 10, y: 20 }, SIZE)).toMatchObject({
      rule: 'point',
      parent: page,
      at: { x: -190, y: -130 },
    })
    const frame = spot('FRAME', {})
    expect(placeAt(scene([]), frame, { x: 10, y: 20 }, SIZE).parent).toBe(frame)
    const locked = spot('FRAME', {}, { locked: true })
    expect(placeAt(scene([]), locked, { x: 1, y: 1 }, SIZE)).toMatchObject({ rule: 'beside', note: 'locked' })
  })
})

describe('a free place', () => {
  const box = fc.record({
    x: fc.integer({ min: -500, max: 500 }),
    y: fc.integer({ min: -500, max: 500 }),
    width: fc.integer({ min: 1, max: 300 }),
    height: fc.integer({ min: 1, max: 300 }),
  })
  const boxes = fc.array(box, { maxLength: 40 })

  it('overlaps nothing and keeps the gap, wherever things are', () => {
    fc.assert(
      fc.property(box, boxes, (wish, obstacles) => {
        const free = freePlace([wish], { obstacles, gap: GAP })
        expect(free).not.toBeNull()
        expect(obstacles.some((other) => free && overlap(free, other, GAP))).toBe(false)
      }),
    )
  })

  it('is the wish itself where that is free', () => {
    fc.assert(
      fc.property(box, boxes, (wish, others) => {
        const obstacles = others.filter((other) => !overlap(wish, other, GAP))
        expect(freePlace([wish], { obstacles, gap: GAP })).toEqual(wish)
      }),
    )
  })

  it('lies within the bounds, or there is none', () => {
    const within = { x: -400, y: -400, width: 800, height: 800 }
    fc.assert(
      fc.property(box, boxes, (wish, obstacles) => {
        const free = freePlace([wish], { obstacles, gap: GAP, within })
        expect(free === null || contains(within, free)).toBe(true)
      }),
    )
  })
})
