import { describe, expect, it } from 'vitest'
import { bound, layer, stages, value } from './stage'

const open = stages()

const IDENTITY: [[number, number, number], [number, number, number]] = [
  [1, 0, 0],
  [0, 1, 0],
]

describe('the selection', () => {
  const withArt = (editorType: Parameters<typeof open>[1] = 'figma') =>
    open((b) => {
      const card = b.frame({ name: 'card', fill: '#ffffff' })
      b.rectangle({ name: 'red', in: card, fill: '#ff0000', stroke: '#000000' })
      b.group([
        b.ellipse({ name: 'deep', in: card, fill: '#ff0000' }),
        b.text('Hello', { in: card, fill: '#000000' }),
      ])
      b.rectangle({
        name: 'hidden paint',
        in: card,
        fill: [{ type: 'SOLID', color: { r: 1, g: 0, b: 0 }, visible: false }],
      })
      b.rectangle({ name: 'locked', in: card, fill: '#ff0000', locked: true })
      const shut = b.frame({ name: 'shut', in: card, fill: [], locked: true })
      b.rectangle({ name: 'in locked', in: shut, fill: '#ff0000' })
      const two = b.vector({ name: 'two', in: card })
      const red = b.document.need(two).fills
      b.document.update(two, { pathFills: [red, red] })
      b.rectangle({ name: 'outside', fill: '#ff0000' })
      const brand = b.variable(b.collection('Brand'), 'brand', { values: { 'Mode 1': '#123456' } })
      const style = b.paintStyle('Line', '#654321')
      b.select(card)
      return { brand, style }
    }, editorType)

  it('reports its colors, their uses and how many layers have them', async () => {
    const { stage } = await withArt()
    const before = stage.editor.contents()
    expect(await value(stage.panel.request('canvas.palette', {}))).toEqual({
      colors: [
        { color: '#000000', uses: ['stroke', 'text'], layers: 2 },
        { color: '#ff0000', uses: ['fill'], layers: 2 },
        { color: '#ffffff', uses: ['frame'], layers: 1 },
      ],
      mixes: [{ colors: ['#000000', '#ff0000'], layers: 1 }],
      ...{ layers: 4, locked: 2, mixed: 1, skipped: 0, isPartial: false },
    })
    expect(stage.editor.contents()).toEqual(before)
    expect(stage.editor.undo()).toBe(false)
  })

  it('is recolored as one undo step, and nothing else is', async () => {
    const { stage, ids } = await withArt()
    const before = stage.editor.contents()
    const changes = [
      { color: '#ff0000', to: { kind: 'variable' as const, id: ids.brand } },
      { color: '#000000', to: { kind: 'style' as const, id: ids.style } },
      { color: '#ffffff', to: { kind: 'hex' as const, hex: '#eeeeee' } },
    ]
    expect(await value(stage.panel.request('canvas.recolor', { changes }))).toEqual({
      ...{ layers: 4, locked: 2, mixed: 1, skipped: 0, isPartial: false },
      binding: { bound: 2, of: 2, failed: [] },
    })
    expect(bound(layer(stage, 'red').fills)).toEqual([ids.brand])
    expect(bound(layer(stage, 'deep').fills)).toEqual([ids.brand])
    expect(layer(stage, 'red').strokeStyleId).toBe(ids.style)
    expect(layer(stage, 'Hello').fillStyleId).toBe(ids.style)
    expect(layer(stage, 'card').fills[0]).toMatchObject({ color: { r: 238 / 255 } })
    const touched = new Set(['card', 'red', 'deep', 'Hello'])
    const rest = (contents: typeof before) => contents.nodes.filter(({ name }) => !touched.has(name))
    const after = stage.editor.contents()
    expect(rest(after)).toEqual(rest(before))
    expect(after.assets).toEqual(before.assets)
    expect(stage.editor.undo()).toBe(true)
    expect(stage.editor.contents()).toEqual(before)
    expect(stage.editor.undo()).toBe(false)
    expect(stage.editor.redo()).toBe(true)
    expect(stage.editor.contents()).toEqual(after)
  })

  it('is recolored twice in two undo steps', async () => {
    const { stage } = await withArt()
    const recolor = (color: string, hex: string) =>
      value(stage.panel.request('canvas.recolor', { changes: [{ color, to: { kind: 'hex', hex } }] }))
    await recolor('#ffffff', '#eeeeee')
    const between = stage.editor.contents()
    await recolor('#eeeeee', '#dddddd')
    expect(stage.editor.undo()).toBe(true)
    expect(stage.editor.contents()).toEqual(between)
  })

  it('keeps the opacity of gradient stops when it is recolored', async () => {
    const { stage } = await open((b) => {
      const stop = (position: number, a: number) => ({ position, color: { r: 1, g: 0, b: 0, a } })
      const fill = {
        type: 'GRADIENT_LINEAR' as const,
        gradientTransform: IDENTITY,
        gradientStops: [stop(0, 1), stop(1, 0.25)],
      }
      b.select(b.rectangle({ name: 'glow', fill: [fill] }))
      return {}
    })
    const changes = [{ color: '#ff0000', to: { kind: 'hex' as const, hex: '#0000ff' } }]
    await value(stage.panel.request('canvas.recolor', { changes }))
    expect(layer(stage, 'glow').fills[0]).toMatchObject({
      gradientStops: [{ color: { r: 0, g: 0, b: 1, a: 1 } }, { color: { r: 0, g: 0, b: 1, a: 0.25 } }],
    })
  })

  it('is no longer bound when it gets a plain color', async () => {
    const { stage, ids } = await withArt()
    const recolor = (color: string, to: { kind: 'hex'; hex: string } | { kind: 'variable'; id: string }) =>
      value(stage.panel.request('canvas.recolor', { changes: [{ color, to }] }))
    await recolor('#ff0000', { kind: 'variable', id: ids.brand })
    const { colors } = await value(stage.panel.request('canvas.palette', {}))
    expect(colors.map(({ color }) => color)).toContain('#123456')
    await recolor('#123456', { kind: 'hex', hex: '#00ff00' })
    expect(bound(layer(stage, 'red').fills)).toEqual([null])
    expect(layer(stage, 'red').fills[0]).toMatchObject({ color: { r: 0, g: 1, b: 0 } })
  })

  it('does not change if a variable is gone, and creates no undo step', async () => {
    const { stage } = await withArt()
    const before = stage.editor.contents()
    const changes = [{ color: '#ff0000', to: { kind: 'variable' as const, id: 'VariableID:9:9' } }]
    expect(await value(stage.panel.request('canvas.recolor', { changes }))).toMatchObject({
      layers: 0,
      binding: { bound: 0, of: 1, failed: [{ id: 'VariableID:9:9', reason: 'gone' }] },
    })
    expect(stage.editor.contents()).toEqual(before)
    expect(stage.editor.undo()).toBe(false)
  })
})

const ENTRIES = [
  { color: '#e53935', name: 'red' },
  { color: '#000080', name: 'dark blue' },
]

describe('a palette', () => {
  it.each(['figma', 'figjam'] as const)(
    'is a row of swatches on the canvas, selected, in %s',
    async (editor) => {
      const { stage } = await open((b) => b.rectangle({ name: 'there', x: -50, y: -50 }), editor)
      const before = stage.editor.contents()
      const { nodeId } = await value(stage.panel.request('palette.insert', { name: 'Fox', entries: ENTRIES }))
      const after = stage.editor.contents()
      const board = stage.editor.snapshot().layers.find(({ id }) => id === nodeId)
      expect(board).toMatchObject({ name: 'Fox', width: 136, height: 64 })
      expect(board?.children.map(({ name, x, width }) => [name, x, width])).toEqual([
        ['red', 0, 64],
        ['dark blue', 72, 64],
      ])
      expect(layer(stage, 'red').fills[0]).toMatchObject({
        color: { r: 229 / 255, g: 57 / 255, b: 53 / 255 },
      })
      expect(stage.editor.snapshot().selection).toEqual([nodeId])
      const there = stage.editor.snapshot().layers.find(({ name }) => name === 'there')?.absoluteBoundingBox
      const own = board?.absoluteBoundingBox
      const apart =
        !there ||
        !own ||
        own.x >= there.x + there.width ||
        own.x + own.width <= there.x ||
        own.y >= there.y + there.height ||
        own.y + own.height <= there.y
      expect(apart).toBe(true)
      expect(stage.editor.undo()).toBe(true)
      expect(stage.editor.contents()).toEqual(before)
      expect(stage.editor.undo()).toBe(false)
      expect(stage.editor.redo()).toBe(true)
      expect(stage.editor.contents()).toEqual(after)
    },
  )

  it('is not enlarged in a large frame, and fits into a small one', async () => {
    const { stage } = await open((b) => {
      const large = b.frame({ name: 'large', width: 1000, height: 1000 })
      b.frame({ name: 'small', x: 2000, width: 68, height: 100 })
      b.select(large)
    })
    await value(stage.panel.request('palette.insert', { name: 'Fox', entries: ENTRIES }))
    const inside = (name: string) =>
      stage.editor.snapshot().layers.find((one) => one.name === name)?.children[0]
    expect(inside('large')).toMatchObject({ x: 432, y: 468, width: 136, height: 64 })
    const small = stage.editor.snapshot().layers.find(({ name }) => name === 'small')
    stage.editor.select([small?.id ?? ''])
    await value(stage.panel.request('palette.insert', { name: 'Fox', entries: ENTRIES }))
    expect(inside('small')).toMatchObject({ x: 0, y: 34, width: 68, height: 32 })
  })

  it('becomes variables of the file, with unique names, as one undo step', async () => {
    const { stage } = await open((b) => b.collection('Fox'))
    const before = stage.editor.contents()
    const entries = [
      ...ENTRIES,
      { color: '#e53936', name: ' red ' },
      { color: '#ffffff', name: '{a.b}//c' },
      { color: '#123456', name: '...' },
    ]
    expect(await value(stage.panel.request('palette.variables', { name: 'Fox', entries }))).toEqual({
      ...{ collection: 'Fox 2', variables: 5 },
    })
    const after = stage.editor.contents()
    const made = after.assets.flatMap((asset) =>
      asset.kind === 'variable' ? [[asset.name, Object.values(asset.values)]] : [],
    )
    const rgb = (r: number, g: number, b: number) => [
      expect.objectContaining({ r: r / 255, g: g / 255, b: b / 255 }),
    ]
    expect(made).toEqual([
      ['red', rgb(229, 57, 53)],
      ['dark blue', rgb(0, 0, 128)],
      ['red 2', rgb(229, 57, 54)],
      ['a b/c', rgb(255, 255, 255)],
      ['123456', rgb(18, 52, 86)],
    ])
    expect(stage.editor.undo()).toBe(true)
    expect(stage.editor.contents()).toEqual(before)
    expect(stage.editor.undo()).toBe(false)
    expect(stage.editor.redo()).toBe(true)
    expect(stage.editor.contents()).toEqual(after)
  })
})
