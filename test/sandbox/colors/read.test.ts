import { expect, it } from 'vitest'
import { change, insert, readColors, stages, to } from './stage'

const open = stages()

it('the colors of the file are its variables from all collections, with resolved aliases', async () => {
  const { stage, ids } = await open((b) => {
    const base = b.collection('Base')
    const red = b.variable(base, 'red/500', { values: { 'Mode 1': '#e53935' }, scopes: [] })
    const brand = b.collection('Brand', ['Light', 'Dark'])
    const accent = b.variable(brand, 'accent', {
      values: { Light: { alias: red }, Dark: '#ffffff' },
      scopes: ['ALL_FILLS'],
    })
    const veil = b.variable(brand, 'veil', {
      values: { Light: '#00000080' },
      scopes: ['FRAME_FILL', 'STROKE_COLOR'],
    })
    b.variable(brand, 'size', { type: 'FLOAT', values: { Light: 3 } })
    return { red, accent, veil }
  })
  expect(await readColors(stage)).toEqual({
    colors: [
      {
        ...{ kind: 'variable', id: ids.red, name: 'red/500', group: 'Base', hex: '#e53935' },
        ...{ opacity: 1, scopes: [], remote: false },
      },
      {
        ...{ kind: 'variable', id: ids.accent, name: 'accent', group: 'Brand', mode: 'Light' },
        ...{ hex: '#e53935', opacity: 1, scopes: ['ALL_FILLS'], remote: false },
      },
      {
        ...{ kind: 'variable', id: ids.veil, name: 'veil', group: 'Brand', mode: 'Light' },
        ...{ hex: '#000000', opacity: 128 / 255 },
        ...{ scopes: ['FRAME_FILL', 'STROKE_COLOR'], remote: false },
      },
    ],
    ...{ hasVariables: true, hasStyles: true, canCreateVariables: true },
  })
})

it('the colors of the file are resolved for the modes where a picture would go now', async () => {
  const { stage, ids } = await open((b) => {
    const theme = b.collection('Theme', ['Light', 'Dark', 'Dim'])
    const deep = b.collection('Deep', ['One', 'Two'])
    const shade = b.variable(deep, 'shade', { values: { One: '#111111', Two: '#222222' } })
    b.variable(theme, 'ground', { values: { Light: '#ffffff', Dark: { alias: shade }, Dim: '#777777' } })
    const [dark, dim, two] = [b.modeId(theme, 'Dark'), b.modeId(theme, 'Dim'), b.modeId(deep, 'Two')]
    const card = b.frame({ width: 4000, height: 4000, variableModes: { [theme]: dark, [deep]: two } })
    const inner = b.frame({ in: card })
    const shape = b.rectangle({ in: card })
    return { theme, dim, card, inner, shape }
  })
  const ground = async () => {
    const found = (await readColors(stage)).colors.find(({ name }) => name === 'ground')
    return `${found?.hex} ${found?.mode}`
  }
  expect(await ground()).toBe('#ffffff Light')
  for (const id of [ids.card, ids.inner, ids.shape]) {
    stage.editor.select([id])
    expect(await ground()).toBe('#222222 Dark')
  }
  stage.editor.select([])
  change(stage, (b) => b.document.update(b.document.currentPage, { variableModes: { [ids.theme]: ids.dim } }))
  expect(await ground()).toBe('#777777 Dim')
})

it('the colors of the file omit broken aliases', async () => {
  const { stage } = await open((b) => {
    const all = b.collection('All')
    const gone = b.variable(all, 'gone', { values: { 'Mode 1': '#ff0000' } })
    b.variable(all, 'orphan', { values: { 'Mode 1': { alias: gone } } })
    const a = b.variable(all, 'a', { values: { 'Mode 1': '#ff0000' } })
    const circle = b.variable(all, 'b', { values: { 'Mode 1': { alias: a } } })
    const first = b.document.asset('variable', a)
    if (first) {
      const [mode = ''] = Object.keys(first.values)
      b.document.putAsset({ ...first, values: { [mode]: { type: 'VARIABLE_ALIAS', id: circle } } })
    }
    b.document.removeAsset(gone)
    b.variable(all, 'fine', { values: { 'Mode 1': '#00ff00' } })
  })
  expect((await readColors(stage)).colors.map(({ name }) => name)).toEqual(['fine'])
})

it('the colors of the file include those from libraries that the page uses, and no others', async () => {
  const { stage } = await open((b) => {
    const library = b.collection('Library', ['Day', 'Night'], 'Design system')
    const use = (name: string) => b.variable(library, name, { values: { Day: '#0000ff', Night: '#000033' } })
    const [fill, line, stop] = [use('fill'), use('line'), use('stop')]
    use('unused')
    const [sunny, edge] = [
      b.paintStyle('Sky/Day/Sunny', '#ffff00', { remote: true }),
      b.paintStyle('Edge', '#333333', { remote: true }),
    ]
    b.paintStyle('Unused', '#123456', { remote: true })
    const card = b.frame()
    b.rectangle({ in: card, fill: [b.boundTo(fill)], stroke: [b.boundTo(line)] })
    const gradient = {
      ...{ type: 'GRADIENT_LINEAR' as const, visible: true, opacity: 1, blendMode: 'NORMAL' as const },
      gradientTransform: [
        [1, 0, 0],
        [0, 1, 0],
      ] as [[number, number, number], [number, number, number]],
      gradientStops: [0, 1].map((position) => ({
        ...{ position, color: { r: 0, g: 0, b: 0, a: 1 } },
        boundVariables: { color: { type: 'VARIABLE_ALIAS' as const, id: stop } },
      })),
    }
    b.group([b.rectangle({ fill: [gradient] })])
    const styled = b.rectangle({ in: card })
    b.document.update(styled, { fillStyleId: sunny, strokeStyleId: edge })
    const elsewhere = b.page('Other')
    b.rectangle({ in: elsewhere, fill: [b.boundTo(use('elsewhere'))] })
  })
  const { colors } = await readColors(stage)
  expect(colors.map(({ name, group, hex, remote }) => ({ name, group, hex, remote }))).toEqual([
    { name: 'fill', group: 'Library', hex: '#0000ff', remote: true },
    { name: 'line', group: 'Library', hex: '#0000ff', remote: true },
    { name: 'stop', group: 'Library', hex: '#0000ff', remote: true },
    { name: 'Sunny', group: 'Sky/Day', hex: '#ffff00', remote: true },
    { name: 'Edge', group: '', hex: '#333333', remote: true },
  ])
})

it('the colors of the file include paint styles with one solid paint', async () => {
  const { stage, ids } = await open((b) => {
    const theme = b.collection('Theme')
    const ink = b.variable(theme, 'ink', { values: { 'Mode 1': '#101010' } })
    const plain = b.paintStyle('Brand/Red', '#ff0000')
    const bound = b.paintStyle('Ink', [b.boundTo(ink, 0.5)])
    const solid = { type: 'SOLID', color: { r: 1, g: 0, b: 0 } } as const
    b.paintStyle('Two', [solid, solid])
    b.paintStyle('Unseen', [{ ...solid, visible: false }])
    b.paintStyle('Nothing', [])
    return { plain, bound }
  })
  const { colors } = await readColors(stage)
  expect(colors.filter(({ kind }) => kind === 'style')).toEqual([
    {
      ...{ kind: 'style', id: ids.plain, name: 'Red', group: 'Brand', hex: '#ff0000', opacity: 1 },
      ...{ scopes: [], remote: false },
    },
    {
      ...{ kind: 'style', id: ids.bound, name: 'Ink', group: '', hex: '#101010', opacity: 0.5 },
      ...{ scopes: [], remote: false },
    },
  ])
})

it('the colors of the file are empty in FigJam, which has neither variables nor styles', async () => {
  const { stage } = await open(() => undefined, 'figjam')
  expect(await readColors(stage)).toEqual({
    ...{ colors: [], hasVariables: false, hasStyles: false, canCreateVariables: false },
  })
  const { binding } = await insert(stage, '<path d="M0 0H9V9Z" fill="#ff0000"/>', [
    to('#ff0000', 'variable', 'VariableID:1:1'),
  ])
  expect(binding).toMatchObject({ bound: 0, of: 1, failed: [{ reason: 'unavailable' }] })
  const reply = await stage.panel.request('palette.variables', {
    name: 'Fox',
    entries: [{ color: '#ff0000', name: 'red' }],
  })
  expect(reply).toMatchObject({ ok: true, value: { collection: null } })
})

it('the colors of the file are read in time slices, so that the editor is never blocked for long', async () => {
  const { stage } = await open((b) => {
    const many = b.collection('Many')
    for (let i = 0; i < 400; i += 1) {
      b.variable(many, `color ${i}`, { values: { 'Mode 1': `#${i.toString(16).padStart(6, '0')}` } })
    }
    for (let i = 0; i < 600; i += 1) b.rectangle({ x: i * 200 })
  })
  let found = -1
  const reading = readColors(stage).then(({ colors }) => {
    found = colors.length
  })
  let answers = 0
  while (found < 0) {
    await stage.panel.request('selection.read', {})
    answers += 1
    // The sandbox uses the test's own timers, which need a turn.
    await new Promise(setImmediate)
  }
  await reading
  expect(found).toBe(400)
  expect(answers).toBeGreaterThan(5)
})
