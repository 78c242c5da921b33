import { describe, expect, it } from 'vitest'
import { evaluate, run } from './harness'

/** Two rectangles: a at (10, 20), 100 × 50; b at (200, 100), 50 × 50. */
const TWO = `
  const a = figma.createRectangle(); a.x = 10; a.y = 20; a.resize(100, 50)
  const b = figma.createRectangle(); b.x = 200; b.y = 100; b.resize(50, 50)
`
const BOX =
  'const box = (node) => [node.x, node.y, node.width, node.height].map((v) => Math.round(v * 1e6) / 1e6)'

describe('geometry', () => {
  it('rotates a layer about its corner, counterclockwise', async () => {
    const result = await evaluate(`
        ${TWO}
        a.rotation = 90
        const round = (box) => Object.fromEntries(Object.entries(box).map(([k, v]) => [k, Math.round(v)]))
        return [Math.round(a.rotation), a.x, a.y, a.width, round(a.absoluteBoundingBox)]
      `)
    expect(result).toEqual([90, 10, 20, 100, { x: 10, y: -80, width: 50, height: 100 }])
  })

  it('applies constraints to the children of a frame', async () => {
    const result = await evaluate(`
        ${BOX}
        return ['MIN', 'MAX', 'CENTER', 'STRETCH', 'SCALE'].map((horizontal) => {
          const frame = figma.createFrame()
          const child = figma.createRectangle(); frame.appendChild(child); child.resize(20, 20); child.x = 10
          child.constraints = { horizontal, vertical: 'MIN' }
          frame.resize(200, 100)
          const after = box(child)
          frame.resizeWithoutConstraints(400, 100)
          return [after, box(child)[0] === after[0]]
        })
      `)
    expect(result).toEqual([
      [[10, 0, 20, 20], true],
      [[110, 0, 20, 20], true],
      [[60, 0, 20, 20], true],
      [[10, 0, 120, 20], true],
      [[20, 0, 40, 20], true],
    ])
  })
})

describe('groups', () => {
  it('are as large as their children', async () => {
    const result = await evaluate(`
        ${TWO} ${BOX}
        const group = figma.group([a, b], figma.currentPage)
        const before = box(group)
        b.x = 300
        return [group.type, group.name, before, box(group), box(a), a.parent === group]
      `)
    expect(result).toEqual([
      'GROUP',
      'Group',
      [10, 20, 240, 130],
      [10, 20, 340, 130],
      [10, 20, 100, 50],
      true,
    ])
  })

  it('rotate as a whole', async () => {
    const result = await evaluate(`
        ${TWO} ${BOX}
        const group = figma.group([a, b], figma.currentPage)
        const before = box(group)
        group.rotation = 30
        const turned = [Math.round(group.rotation), box(group), Math.round(a.rotation)]
        group.rotation = 0
        return [before, ...turned, box(group), box(b)]
      `)
    expect(result).toEqual([
      [10, 20, 240, 130],
      30,
      [10, 20, 240, 130],
      30,
      [10, 20, 240, 130],
      [200, 100, 50, 50],
    ])
  })

  it('disappear when they become empty', async () => {
    const result = await evaluate(`
        ${TWO}
        const group = figma.group([a, b], figma.currentPage)
        const outer = figma.group([group], figma.currentPage)
        figma.currentPage.appendChild(a)
        const half = [group.removed, outer.removed]
        b.remove()
        return [...half, group.removed, outer.removed, figma.currentPage.children.length]
      `)
    expect(result).toEqual([false, false, true, true, 1])
  })
})

describe('flattening', () => {
  const PATH = (data: string) => `
    { const v = figma.createVector(); v.strokes = []; v.fills = [{ type: 'SOLID', color: { r: 1, g: 0, b: 0 } }]
      v.vectorPaths = [{ windingRule: 'NONZERO', data: '${data}' }]; made.push(v) }`

  it('stretches gradients so that they look the same', async () => {
    const gradient = `[{ type: 'GRADIENT_LINEAR', gradientTransform: [[1, 0, 0], [0, 1, 0]], gradientStops: [
      { position: 0, color: { r: 0, g: 0, b: 0, a: 1 } }, { position: 1, color: { r: 1, g: 0, b: 0, a: 1 } }] }]`
    // The right one of two squares: in the vector of twice the width, its gradient starts in the middle.
    const result = await evaluate(`
        const a = figma.createRectangle(); a.fills = []
        const b = figma.createRectangle(); b.x = 100; b.fills = ${gradient}
        const flat = figma.flatten([a, b])
        const copy = figma.flatten([flat.clone()])
        const alone = figma.createRectangle(); alone.fills = ${gradient}
        const frame = figma.createFrame(); frame.fills = []; frame.resize(300, 100)
        alone.x = 200; frame.appendChild(alone)
        return [flat.width, copy.fills === figma.mixed, figma.flatten([frame]).fills[0].gradientTransform[0]]
      `)
    expect(result).toEqual([200, true, [1, 0, 0]])
    const { editor } = await run(`
      const a = figma.createRectangle(); a.fills = []
      const b = figma.createRectangle(); b.x = 100; b.fills = ${gradient}
      figma.flatten([a, b])`)
    expect(editor.contents().nodes.find(({ type }) => type === 'VECTOR')?.pathFills?.[1]).toMatchObject([
      {
        gradientTransform: [
          [2, 0, -1],
          [0, 1, 0],
        ],
      },
    ])
  })

  it.each([
    ['strokes', 'made[0].strokes = [{ type: "SOLID", color: { r: 0, g: 0, b: 0 } }]'],
    ['opacity', 'made[0].opacity = 0.5'],
    ['a mask', 'made[0].isMask = true'],
    ['a text', 'made.push(figma.createText())'],
  ])('throws for %s', async (_, change) => {
    expect(
      await evaluate(
        `const made = []; ${PATH('M 0 0 L 1 1')} ${PATH('M 0 0 L 1 1')} ${change}; figma.flatten(made)`,
      ),
    ).toEqual({ threw: expect.stringContaining('not modeled by the host: figma.flatten') })
  })
})
