import { describe, expect, it } from 'vitest'
import { asPlugin, evaluate, prepare } from './harness'

/** Returns the message of an error thrown by a plugin's code. */
async function failure(body: string): Promise<string> {
  const result = (await evaluate(body)) as { threw?: string } | undefined
  expect(result, body).toHaveProperty('threw')
  return String(result?.threw)
}

describe('members that do not exist', () => {
  it.each([
    ['figma.createFrame().foo', "no such property 'foo' on FrameNode"],
    ['figma.createFrame().foo()', "no such property 'foo' on FrameNode"],
    ['figma.createFrame().foo = 1', 'Cannot add property foo, FrameNode is not extensible'],
    ['figma.createFrame().devStatus', "no such property 'devStatus' on FrameNode"],
    ['figma.createFrame().devStatus = null', 'Cannot add property devStatus, FrameNode is not extensible'],
    ['figma.createFrame().effects = []', 'not modeled by the host: effects = …'],
    ['figma.createFrame().setReactionsAsync([])', "no such property 'setReactionsAsync' on FrameNode"],
    ['figma.createFrame().constructor_', "no such property 'constructor_' on FrameNode"],
    ['figma.createVector().children', "no such property 'children' on VectorNode"],
    ['figma.foo', "no such property 'foo' on figma"],
    ['figma.ui.foo()', "no such property 'foo' on figma.ui"],
    ['figma.createPolygon()', "no such property 'createPolygon' on figma"],
    ['figma.clientStorage.getItem("a")', "no such property 'getItem' on figma.clientStorage"],
    ["figma.on('stylechange', () => {})", "not modeled by the host: figma.on('stylechange')"],
    ["figma.on('documentchange', () => {})", 'Await figma.loadAllPagesAsync() first'],
    ["figma.on('click', () => {})", "not modeled by the host: figma.on('click')"],
  ])('%s', async (code, message) => {
    expect(await failure(code)).toContain(message)
  })

  it('do not break await, JSON, and console.log', async () => {
    const result = await evaluate(`
        const node = await figma.createFrame()
        console.log(node, figma, [node], { node })
        return [JSON.stringify(node), String(Object.prototype.toString.call(node)), typeof node, Object.keys(node)]
      `)
    expect(result).toEqual(['{"id":"1:2"}', '[object Object]', 'object', ['id']])
  })
})

describe('objects of the host', () => {
  it('have a stable identity', async () => {
    const result = await evaluate(`
        const node = figma.createFrame()
        return [
          node === figma.currentPage.children[0],
          node.parent === figma.currentPage,
          figma.currentPage === figma.root.children[0],
          node === (await figma.getNodeByIdAsync(node.id)),
          figma.ui === figma.ui,
          figma.ui.postMessage === figma.ui.postMessage,
          figma.mixed === figma.mixed,
        ]
      `)
    expect(result).toEqual(Array(7).fill(true))
  })

  it.each([
    ['delete figma.createFrame().name', 'Cannot delete property name'],
    ["Object.defineProperty(figma.createFrame(), 'x', { value: 1 })", 'Cannot define property x'],
    ['Object.setPrototypeOf(figma.createFrame(), null)', 'Cannot set the prototype'],
  ])('cannot be modified: %s', async (code, message) => {
    expect(await failure(`'use strict'; ${code}`)).toContain(message)
  })

  it('return copies, so that changing them has no effect', async () => {
    const result = await evaluate(`
        const node = figma.createRectangle()
        node.fills[0].color.r = 1
        node.fills.push('nonsense')
        node.relativeTransform[0][2] = 9
        figma.currentPage.children.pop()
        const fills = [{ type: 'SOLID', color: { r: 0, g: 0, b: 0 } }]
        node.fills = fills
        fills[0].color.r = 1
        return [node.fills.length, node.fills[0].color.r, node.x, figma.currentPage.children.length]
      `)
    expect(result).toEqual([1, 0, 0, 1])
  })
})

describe('malformed values', () => {
  it.each(
    Object.entries({
      'fills = null': 'in set_fills: Property "fills" failed validation: Expected array, received null',
      'fills = [1]': 'Property "fills[0]" failed validation: Expected object',
      "fills = [{ type: 'SOLID', color: { r: 2, g: 0, b: 0 } }]":
        'Property "fills[0].color.r" failed validation',
      "fills = [{ type: 'SOLID', color: { r: 0, g: 0 } }]": 'Property "fills[0].color.b" failed validation',
      "fills = [{ type: 'SOLID', color: { r: 0, g: 0, b: 0, a: 1 } }]": "Unrecognized key(s) in object: 'a'",
      "fills = [{ type: 'FLAT' }]": 'Property "fills[0].type" failed validation: Invalid enum value',
      "fills = [{ type: 'VIDEO' }]": 'not modeled by the host: paint type VIDEO',
      "fills = [{ type: 'IMAGE', imageHash: 'a' }]": 'Property "fills[0].scaleMode" failed validation',
      "fills = [{ type: 'IMAGE', imageHash: 'a', scaleMode: 'FILL' }]": 'no image with the hash "a"',
      "fills = [{ type: 'GRADIENT_LINEAR', gradientStops: [] }]": 'gradientStops',
      'fills = figma.mixed': 'Property "fills" failed validation: Expected array, received symbol',
      'opacity = 1.5': 'Property "opacity" failed validation: Number must be less than or equal to 1',
      'opacity = NaN': 'Property "opacity" failed validation: Expected number, received NaN',
      "x = '1'": 'Property "x" failed validation: Expected number, received string',
      'x = Infinity': 'Property "x" failed validation',
      'name = 1': 'Property "name" failed validation: Expected string, received number',
      'visible = 0': 'Property "visible" failed validation: Expected boolean',
      "blendMode = 'LOUD'": 'Property "blendMode" failed validation',
      'strokeWeight = -1': 'Property "strokeWeight" failed validation',
      'dashPattern = [-1]': 'Property "dashPattern[0]" failed validation',
      'relativeTransform = [[2, 0, 0], [0, 2, 0]]': 'Property "relativeTransform" failed validation',
      "constraints = { horizontal: 'LEFT', vertical: 'MIN' }":
        'Property "constraints.horizontal" failed validation',
      "layoutPositioning = 'ABSOLUTE'": 'layoutMode !== NONE',
      "layoutSizingHorizontal = 'FILL'": 'FILL can only be set on children of auto layout frames',
    }),
  )('%s', async (assignment, message) => {
    expect(await failure(`figma.createRectangle().${assignment}`)).toContain(message)
  })

  it.each(
    Object.entries({
      'resize(0, 10)':
        'in resize: Property "width" failed validation: Number must be greater than or equal to 0.01',
      'resize(10, NaN)': 'Property "height" failed validation',
      'resize(10)': 'Property "height" failed validation: Expected number, received undefined',
      'rescale(0)': 'Property "scale" failed validation',
      "setPluginData('a', 1)": 'Property "value" failed validation',
      "setPluginData('a', 'b'.repeat(100000))": '100 kB',
      "setSharedPluginData('a', 'b', 'c')": 'namespace',
      "setRelaunchData({ never: '' })": 'relaunchButtons',
      "setRelaunchData({ again: 'x'.repeat(1001) })": '1000 characters',
    }),
  )('%s', async (call, message) => {
    expect(await failure(`figma.createRectangle().${call}`)).toContain(message)
  })

  it.each(['id', 'type', 'width', 'height', 'parent', 'removed', 'children', 'absoluteBoundingBox'])(
    'assigning the read-only property %s',
    async (name) => {
      expect(await failure(`figma.createFrame().${name} = null`)).toContain(
        `Cannot assign to read only property '${name}' of FrameNode`,
      )
    },
  )
})

it.each(
  Object.entries({
    "'GIF89a'": 'Expected Uint8Array, received string',
    'new Uint8Array([71, 73, 70, 56, 57, 97, 1, 0, 1, 0])': null,
    'new Uint8Array([71, 73, 70, 56, 57, 97, 1, 16, 1, 0])': 'in createImage: Image is too large',
    'new Uint8Array([82, 73, 70, 70, 57, 97, 1, 16, 1, 0, 87, 69, 66, 80])': 'Image type is unsupported',
    'new Uint8Array([255, 216, 255, 192, 0, 17, 8, 0, 1, 0, 2, 3])': null,
    'new Uint8Array()': 'Image type is unsupported',
  }),
)('createImage accepts PNG, JPEG, and GIF of up to 4096 px: %s', async (bytes, message) => {
  const tried = await evaluate(`return figma.createImage(${bytes}).hash.length`)
  expect(tried).toEqual(message === null ? 40 : { threw: expect.stringContaining(message) })
})

describe('what dynamic-page forbids', () => {
  it.each([
    ["figma.getNodeById('0:1')", 'Use figma.getNodeByIdAsync instead'],
    ["figma.getStyleById('1')", 'Use figma.getStyleByIdAsync instead'],
    ['figma.getLocalPaintStyles()', 'Use figma.getLocalPaintStylesAsync instead'],
    ['figma.variables.getLocalVariables()', 'Use figma.variables.getLocalVariablesAsync instead'],
    ["figma.variables.getVariableById('1')", 'Use figma.variables.getVariableByIdAsync instead'],
    ['figma.currentPage = figma.currentPage', 'Use figma.setCurrentPageAsync instead'],
    ["figma.createRectangle().fillStyleId = 'S:1'", 'Use node.setFillStyleIdAsync instead'],
    ["figma.createRectangle().strokeStyleId = 'S:1'", 'Use node.setStrokeStyleIdAsync instead'],
    ['figma.createVector().vectorNetwork = {}', 'Use setVectorNetworkAsync'],
    ['figma.createComponent().createInstance().mainComponent', 'Use node.getMainComponentAsync instead'],
    ['figma.currentUser', '"currentuser" permission'],
  ])('%s', async (code, message) => {
    expect(await failure(code)).toContain(message)
  })

  it('prevents access to the layers of other pages until they are loaded', async () => {
    const { editor, told } = await prepare(
      asPlugin(`
        const second = () => figma.root.children[1]
        switch (figma.command) {
          case 'make':
            return figma.createPage().appendChild(figma.createFrame())
          case 'children':
            return second().children.length
          case 'search':
            return figma.root.findAll().length
          case 'load':
            await second().loadAsync()
            return second().children.length
        }`),
    )
    for (const command of ['make', 'children', 'search', 'load']) {
      await editor.start({ command })
      await editor.idle()
      editor.stop()
    }
    await editor.idle()
    expect(told.message.slice(1)).toEqual([
      { threw: expect.stringContaining('Await page.loadAsync() first') },
      { threw: expect.stringContaining('figma.loadAllPagesAsync') },
      1,
    ])
  })
})

it.each(
  Object.entries({
    'await figma.setCurrentPageAsync(figma.createFrame())': 'Expected a page',
    'const page = figma.createPage(); const frame = figma.createFrame(); page.appendChild(frame); figma.viewport.scrollAndZoomIntoView([frame])':
      'Expected nodes of the current page',
  }),
)('pages and their viewport %s throws', async (code, message) => {
  expect(await failure(code)).toContain(message)
})

it.each([
  'node.remove()',
  'node.appendChild(figma.createRectangle())',
  'node.x = 1',
  'node.name',
  'node.fills',
  'node.isAsset',
  'String(node) + node.toString()',
  'figma.currentPage.appendChild(node)',
  'figma.currentPage.selection = [node]',
  'figma.group([node], figma.currentPage)',
])('removed nodes %s throws', async (code) => {
  expect(await failure(`const node = figma.createFrame(); node.remove(); ${code}`)).toMatch(
    /The node with id "1:2" does not exist|only include nodes in that page|same page/,
  )
})
