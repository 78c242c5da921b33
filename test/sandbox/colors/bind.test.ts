import { describe, expect, it } from 'vitest'
import { insertionOf, pictureOf } from '../../support/picture'
import { bound, box, change, insert, layer, stages, svg, to } from './stage'

const open = stages()

const GRADIENT =
  '<defs><linearGradient id="g" gradientUnits="userSpaceOnUse" x1="10" y1="0" x2="90" y2="0"><stop offset="0" stop-color="#ff0000"/><stop offset="0.5" stop-color="#0000ff"/><stop offset="1" stop-color="#ff0000" stop-opacity="0.5"/></linearGradient></defs>'

const colors = (stage: Parameters<typeof layer>[0], name: string) =>
  layer(stage, name).fills.map((paint) => paint.type === 'SOLID' && paint.color)

describe('binding a picture to variables', () => {
  const withBrand = () =>
    open((b) => {
      const brand = b.collection('Brand')
      const red = b.variable(brand, 'red', { values: { 'Mode 1': '#ff0000' } })
      const blue = b.variable(brand, 'blue', { values: { 'Mode 1': '#0000ff' } })
      return { red, blue, brand }
    })

  it('binds every fill and stroke of the color, including those in groups, and keeps their opacity', async () => {
    const { stage, ids } = await withBrand()
    const content = [
      box('one', 10, 'fill="#ff0000" fill-opacity="0.25"'),
      `<g id="group">${box('two', 110, 'fill="#0000ff"')}${box('three', 210, 'fill="#00ff00" stroke="#ff0000" stroke-opacity="0.5"')}</g>`,
    ].join('')
    const { binding } = await insert(stage, content, [
      to('#ff0000', 'variable', ids.red),
      to('#0000ff', 'variable', ids.blue),
    ])
    expect(binding).toEqual({ bound: 2, of: 2, failed: [] })
    expect(bound(layer(stage, 'one').fills)).toEqual([ids.red])
    expect(layer(stage, 'one').fills[0]?.opacity).toBe(0.25)
    expect(bound(layer(stage, 'two').fills)).toEqual([ids.blue])
    expect(bound(layer(stage, 'three').fills)).toEqual([null])
    expect(bound(layer(stage, 'three').strokes)).toEqual([ids.red])
    expect(layer(stage, 'three').strokes[0]?.opacity).toBe(0.5)
    expect(layer(stage, 'a fox').visible).toBe(true)
  })

  it('binds gradient stops, except those whose opacity would be lost', async () => {
    const { stage, ids } = await withBrand()
    const { binding } = await insert(stage, GRADIENT + box('one', 10, 'fill="url(#g)"'), [
      to('#ff0000', 'variable', ids.red),
      to('#0000ff', 'variable', ids.blue),
    ])
    expect(bound(layer(stage, 'one').fills)).toEqual([ids.red, ids.blue, null])
    expect(binding).toEqual({
      ...{ bound: 1, of: 2 },
      failed: [{ color: '#ff0000', id: ids.red, reason: 'translucent' }],
    })
    const [paint] = layer(stage, 'one').fills
    const stops = paint && 'gradientStops' in paint ? paint.gradientStops : []
    expect(stops.map(({ color }) => color.a)).toEqual([1, 1, 0.5])
  })

  it('stays bound as a component, and as one vector', async () => {
    const { stage, ids } = await withBrand()
    const content = box('one', 10, 'fill="#ff0000"') + box('two', 110, 'fill="#0000ff"')
    const bindings = [to('#ff0000', 'variable', ids.red), to('#0000ff', 'variable', ids.blue)]
    await insert(stage, content, bindings, { as: 'component', name: 'component' })
    expect(layer(stage, 'component').type).toBe('COMPONENT')
    expect(bound(layer(stage, 'one').fills)).toEqual([ids.red])
    await insert(stage, content, bindings, { as: 'vector', name: 'vector' })
    expect(layer(stage, 'vector').type).toBe('VECTOR')
    expect(layer(stage, 'vector').pathFills?.flatMap(bound)).toEqual([ids.red, ids.blue])
  })

  it('uses the plain hex for a color that cannot be bound, and reports the reason', async () => {
    const { stage, ids } = await withBrand()
    change(stage, (b) => b.document.removeAsset(ids.red))
    const size = 'VariableID:9:9'
    const content = [
      box('one', 10, 'fill="#ff0001"'),
      box('two', 110, 'fill="#0000ff"'),
      box('three', 210, 'fill="#00ff00"'),
      GRADIENT,
    ].join('')
    const { binding } = await insert(stage, content + box('four', 310, 'fill="url(#g)"'), [
      // Changed by 1/255, to distinguish them. The changed red must not remain.
      to('#ff0000', 'variable', ids.red, '#ff0001'),
      to('#0000ff', 'variable', ids.blue),
      to('#00ff00', 'variable', size),
      to('#123456', 'variable', ids.blue),
    ])
    expect(binding).toEqual({
      ...{ bound: 1, of: 4 },
      failed: [
        { color: '#ff0001', id: ids.red, reason: 'gone' },
        { color: '#00ff00', id: size, reason: 'gone' },
        { color: '#123456', id: ids.blue, reason: 'absent' },
      ],
    })
    expect(colors(stage, 'one')).toEqual([{ r: 1, g: 0, b: 0 }])
    expect(colors(stage, 'three')).toEqual([{ r: 0, g: 1, b: 0 }])
    expect(bound(layer(stage, 'two').fills)).toEqual([ids.blue])
  })
})

describe('binding a picture to styles', () => {
  const withStyles = () =>
    open((b) => ({
      red: b.paintStyle('Red', '#ff0000'),
      library: b.paintStyle('Library', '#0000ff', { remote: true }),
      unpublished: b.paintStyle('Unpublished', '#00ff00', { remote: true, imported: false }),
      two: b.paintStyle('Two', [
        { type: 'SOLID', color: { r: 0, g: 0, b: 0 } },
        { type: 'SOLID', color: { r: 1, g: 0, b: 0 } },
      ]),
    }))

  it('binds fills, strokes and the frame’s fill', async () => {
    const { stage, ids } = await withStyles()
    const content = [
      '<path id="Background" d="M0 0H400V200H0Z" fill="#0000ff"/>',
      box('one', 10, 'fill="#ff0000" stroke="#0000ff"'),
    ].join('')
    const bindings = [to('#ff0000', 'style', ids.red), to('#0000ff', 'style', ids.library)]
    const { binding } = await insert(stage, content, bindings, { frameFill: true })
    expect(binding).toEqual({ bound: 2, of: 2, failed: [] })
    expect(layer(stage, 'one')).toMatchObject({ fillStyleId: ids.red, strokeStyleId: ids.library })
    expect(layer(stage, 'a fox').fillStyleId).toBe(ids.library)
  })

  it('reports why a color cannot be bound', async () => {
    const { stage, ids } = await withStyles()
    const content = [
      GRADIENT,
      box('one', 10, 'fill="url(#g)"'),
      box('two', 110, 'fill="#00ff00"'),
      box('three', 210, 'fill="#111111" fill-opacity="0.5"'),
      box('four', 310, 'fill="#222222"'),
    ].join('')
    const { binding } = await insert(stage, content, [
      to('#0000ff', 'style', ids.library),
      to('#00ff00', 'style', ids.unpublished),
      to('#ff0000', 'style', ids.red, '#111111'),
      to('#000000', 'style', ids.two, '#222222'),
    ])
    expect(binding.failed.map(({ id, reason }) => [id, reason])).toEqual([
      [ids.library, 'gradient'],
      [ids.unpublished, 'gone'],
      [ids.red, 'translucent'],
      [ids.two, 'gone'],
    ])
    expect(layer(stage, 'three').fills[0]).toMatchObject({ color: { r: 1, g: 0, b: 0 }, opacity: 0.5 })
    const flat = await insert(stage, box('one', 10, 'fill="#ff0000"'), [to('#ff0000', 'style', ids.red)], {
      as: 'vector',
    })
    expect(flat.binding.failed).toMatchObject([{ reason: 'flattened' }])
  })
})

it('stopping while a picture is bound leaves nothing behind', async () => {
  const { stage, ids } = await open((b) =>
    b.variable(b.collection('Brand'), 'red', { values: { 'Mode 1': '#ff0000' } }),
  )
  const before = stage.editor.contents()
  const content = Array.from({ length: 3000 }, (_, i) => box(`b${i}`, i % 300, 'fill="#ff0000"')).join('')
  const picture = pictureOf(svg(content), { bindings: [to('#ff0000', 'variable', ids)] })
  const inserting = stage.panel.request('picture.insert', insertionOf(picture))
  await expect.poll(() => layer(stage, 'b0').fills.map((paint) => 'boundVariables' in paint)).toEqual([true])
  expect(layer(stage, 'b2999').fills.map((paint) => 'boundVariables' in paint)).toEqual([false])
  await stage.panel.request('picture.stop', {})
  expect(await inserting).toMatchObject({
    ok: false,
    error: { code: 'stopped', message: 'while the colors were bound' },
  })
  expect(stage.editor.contents()).toEqual(before)
})
