import { describe, expect, it } from 'vitest'
import type { EditorOptions } from '../../src/editor'
import { asPlugin, evaluate, prepare } from './harness'

/** A collection with a light and a dark mode and a color, and one in another collection that is an alias of it. */
const COLORS = `
  const hex = ({ r, g, b }) => [r, g, b].map((v) => Math.round(v * 255).toString(16).padStart(2, '0')).join('')
  const theme = figma.variables.createVariableCollection('Theme')
  const light = theme.defaultModeId
  theme.renameMode(light, 'Light')
  const dark = theme.addMode('Dark')
  const ink = figma.variables.createVariable('Ink', theme, 'COLOR')
  ink.setValueForMode(light, { r: 1, g: 0, b: 0 })
  ink.setValueForMode(dark, { r: 0, g: 0, b: 1, a: 0.5 })
  const brand = figma.variables.createVariableCollection('Brand')
  const accent = figma.variables.createVariable('Accent', brand, 'COLOR')
  accent.setValueForMode(brand.defaultModeId, figma.variables.createVariableAlias(ink))
  const bound = (variable, opacity = 1) => Object.assign(figma.variables.setBoundVariableForPaint(
    { type: 'SOLID', color: { r: 0, g: 0, b: 0 }, opacity: 0.25 }, 'color', variable), { opacity })
`

describe('variables', () => {
  it('have the value for the mode at the layer that uses them', async () => {
    const result = await evaluate(`${COLORS}
        const frame = figma.createFrame(), inner = figma.createFrame(); frame.appendChild(inner)
        const seen = []
        const look = () => seen.push(hex(accent.resolveForConsumer(inner).value))
        look()
        figma.currentPage.setExplicitVariableModeForCollection(theme, dark); look()
        frame.setExplicitVariableModeForCollection(theme, light); look()
        inner.setExplicitVariableModeForCollection(theme, dark); look()
        const modes = [inner.explicitVariableModes[theme.id] === dark, inner.resolvedVariableModes[brand.id] === brand.defaultModeId]
        inner.clearExplicitVariableModeForCollection(theme); look()
        return [seen, modes, inner.explicitVariableModes, inner.resolvedVariableModes[theme.id] === light]`)
    expect(result).toEqual([['ff0000', '0000ff', 'ff0000', '0000ff', 'ff0000'], [true, true], {}, true])
  })

  it('color the layers that are bound to them, and recolor them when they change', async () => {
    const result = await evaluate(`${COLORS}
        const node = figma.createRectangle()
        const paint = figma.variables.setBoundVariableForPaint({ type: 'SOLID', color: { r: 0, g: 0, b: 0 }, opacity: 0.25 }, 'color', accent)
        node.fills = [bound(accent, 0.25)]
        node.strokes = [{ type: 'GRADIENT_LINEAR', gradientTransform: [[1, 0, 0], [0, 1, 0]], gradientStops: [
          { position: 0, color: { r: 0, g: 0, b: 0, a: 1 }, boundVariables: { color: figma.variables.createVariableAlias(ink) } },
          { position: 1, color: { r: 0, g: 0, b: 0, a: 1 } },
        ] }]
        const look = () => [hex(node.fills[0].color), hex(node.strokes[0].gradientStops[0].color)].join()
        const seen = [look()]
        node.setExplicitVariableModeForCollection(theme, dark); seen.push(look())
        ink.setValueForMode(dark, { r: 0, g: 1, b: 0 }); seen.push(look())
        const aliases = [node.boundVariables.fills[0].id === accent.id, node.boundVariables.strokes[0].id === ink.id]
        accent.remove(); ink.remove(); seen.push(look())
        const unbound = figma.variables.setBoundVariableForPaint(node.fills[0], 'color', null)
        return [paint.opacity, node.fills[0].opacity, seen, aliases, unbound.boundVariables === undefined]`)
    expect(result).toEqual([
      ...[1, 0.25],
      ['ff0000,ff0000', '0000ff,0000ff', '00ff00,00ff00', 'ff0000,000000'],
      ...[[true, true], true],
    ])
  })

  it.each(
    Object.entries({
      'figma.variables.createVariable("A", theme.id, "COLOR")': 'Expected collection object, received string',
      'figma.variables.createVariable("Ink", theme, "COLOR")': 'duplicate variable name',
      'figma.variables.createVariable("a.b", theme, "COLOR")': 'not a valid variable name',
      'figma.variables.createVariable("E", theme, "EASING")':
        'not modeled by the host: variables of the type',
      'theme.addMode("3"); theme.addMode("4"); theme.addMode("5")': 'Limited to 4 modes only',
      'theme.removeMode("x")': 'has no mode "x"',
      'brand.removeMode(brand.defaultModeId)': 'only mode',
      'ink.setValueForMode("x", { r: 0, g: 0, b: 0 })': 'has no mode "x"',
      'ink.setValueForMode(light, 3)': 'Property "newValue" failed validation: Expected object',
      'ink.setValueForMode(light, figma.variables.createVariableAlias(accent))': 'alias of itself',
      'ink.setValueForMode(light, { type: "VARIABLE_ALIAS", id: "VariableID:0:0" })':
        'There is no COLOR variable',
      'ink.scopes = ["EVERYTHING"]': 'Property "scopes[0]" failed validation',
      'ink.scopes = ["ALL_SCOPES", "STROKE_COLOR"]': 'ALL_SCOPES cannot stand together',
      'ink.resolvedType = "FLOAT"': 'Cannot assign to read only property',
      'ink.foo': "no such property 'foo' on Variable",
      'theme.extend("x")': "no such property 'extend' on VariableCollection",
      'ink.remove(); ink.name': 'does not exist',
      'ink.remove(); bound(ink)': 'does not exist',
      'const p = bound(ink); ink.remove(); figma.createFrame().fills = [p]': 'There is no variable',
      'figma.variables.setBoundVariableForPaint({ type: "GRADIENT_LINEAR" }, "color", ink)':
        'Property "paint',
      'figma.variables.setBoundVariableForPaint({ type: "SOLID", color: { r: 0, g: 0, b: 0 } }, "opacity", ink)':
        'Property "field"',
      'figma.variables.setBoundVariableForPaint({ type: "SOLID", color: { r: 0, g: 0, b: 0 } }, "color", ink.id)':
        'Expected variable object',
      'bound(figma.variables.createVariable("N", theme, "FLOAT"))': 'is no color',
      'figma.createFrame().setExplicitVariableModeForCollection(theme.id, dark)':
        'Expected collection object',
      'figma.createFrame().setExplicitVariableModeForCollection(brand, dark)': 'has no mode',
      'figma.createFrame().setBoundVariable("width", ink)':
        "no such property 'setBoundVariable' on FrameNode",
      'figma.ui.postMessage(ink)': 'not a variable',
      'await figma.variables.importVariableByKeyAsync("nope")': 'no published variable',
    }),
  )('%s throws', async (code, message) => {
    expect(await evaluate(`${COLORS} ${code}`)).toEqual({ threw: expect.stringContaining(message) })
  })
})

/** Runs a function body in a document that was built before. */
async function inLibrary(body: string, options: Partial<EditorOptions> = {}) {
  const stage = await prepare(asPlugin(body), options)
  stage.editor.build((builder) => {
    const library = builder.collection('Brand', ['Day', 'Night'], 'Design system')
    builder.variable(library, 'Red', { values: { Day: '#ff0000', Night: '#800000' }, scopes: ['ALL_FILLS'] })
    builder.variable(library, 'Blue', { values: { Day: '#0000ff', Night: '#000080' }, imported: false })
    builder.paintStyle('Sunny', '#ffff00', { remote: true })
    builder.paintStyle('Local', '#00ff00')
    builder.rectangle({ fill: [builder.boundTo(builder.document.assets('variable')[0]?.id ?? '')] })
  })
  await stage.editor.start()
  await stage.editor.idle()
  return stage.told.message[0]
}

describe('library assets', () => {
  it('are not local, and available once they are imported', async () => {
    const result = await inLibrary(`
        const alias = figma.currentPage.children[0].boundVariables.fills[0]
        const red = await figma.variables.getVariableByIdAsync(alias.id)
        const collection = await figma.variables.getVariableCollectionByIdAsync(red.variableCollectionId)
        const blueId = collection.variableIds[1]
        const before = await figma.variables.getVariableByIdAsync(blueId)
        const blueKey = blueId.replace(/\\D/g, '').padStart(40, '0')
        const blue = await figma.variables.importVariableByKeyAsync(blueKey)
        return [(await figma.variables.getLocalVariablesAsync()).length, (await figma.variables.getLocalVariableCollectionsAsync()).length,
          red.name, red.remote, red.scopes, collection.remote, before, blue.name, (await figma.variables.getVariableByIdAsync(blueId)) === blue]`)
    expect(result).toEqual([0, 0, 'Red', true, ['ALL_FILLS'], true, null, 'Blue', true])
  })

  it.each([
    'red.name = "x"',
    'red.setValueForMode(Object.keys(red.valuesByMode)[0], { r: 0, g: 0, b: 0 })',
    'red.remove()',
  ])('cannot be changed: %s', async (code) => {
    const result = await inLibrary(`
          const red = await figma.variables.getVariableByIdAsync(figma.currentPage.children[0].boundVariables.fills[0].id)
          ${code}`)
    expect(result).toEqual({ threw: expect.stringContaining('Cannot change a variable of a library') })
  })
})

it('paint styles color the layers that use them, until those get another color', async () => {
  const result = await inLibrary(`
        const [style] = await figma.getLocalPaintStylesAsync()
        const node = figma.createRectangle()
        await node.setFillStyleIdAsync(style.id)
        await node.setStrokeStyleIdAsync(style.id)
        const seen = [node.fills[0].color.g, node.fillStyleId === style.id]
        style.paints = [{ type: 'SOLID', color: { r: 0, g: 0.5, b: 0 } }]
        seen.push(node.fills[0].color.g, node.strokes[0].color.g, (await style.getStyleConsumersAsync())[0].fields.length)
        node.fills = node.fills
        seen.push(node.fillStyleId, node.strokeStyleId === style.id)
        style.remove()
        seen.push(node.strokeStyleId, node.strokes[0].color.g, await figma.getStyleByIdAsync(style.id))
        return seen`)
  expect(result).toEqual([1, true, 0.5, 0.5, 2, '', true, '', 0.5, null])
})
