import { describe, expect, it } from 'vitest'
import { evaluate } from './harness'

/** Place and size of a node, rounded to a millionth. */
const BOX =
  'const box = (node) => [node.x, node.y, node.width, node.height].map((v) => Math.round(v * 1e6) / 1e6)'

describe('fresh layers', () => {
  it('are what Figma makes them', async () => {
    expect(
      await evaluate(`
        const show = (node) => [node.type, node.name, node.width, node.height, node.parent.type]
        return [figma.createFrame(), figma.createRectangle(), figma.createSection(), figma.createComponent()].map(show)
      `),
    ).toEqual([
      ['FRAME', 'Frame', 100, 100, 'PAGE'],
      ['RECTANGLE', 'Rectangle', 100, 100, 'PAGE'],
      ['SECTION', 'Section', 100, 100, 'PAGE'],
      ['COMPONENT', 'Component', 100, 100, 'PAGE'],
    ])
  })

  it('a frame is white and clips, a rectangle is gray', async () => {
    expect(
      await evaluate(`
        const frame = figma.createFrame()
        return [frame.fills, frame.clipsContent, figma.createRectangle().fills[0].color.r * 255]
      `),
    ).toEqual([
      [{ type: 'SOLID', visible: true, opacity: 1, blendMode: 'NORMAL', color: { r: 1, g: 1, b: 1 } }],
      true,
      217,
    ])
  })

  it('a vector takes paths and moves to their box', async () => {
    expect(
      await evaluate(`
        ${BOX}
        const vector = figma.createVector()
        vector.x = 5
        vector.vectorPaths = [{ windingRule: 'EVENODD', data: 'M 10 10 L 30 10 L 30 50 Z' }]
        const first = [box(vector), vector.vectorPaths]
        let message
        try { vector.vectorPaths = [{ windingRule: 'NONZERO', data: 'M 0 0 h 10' }] } catch (error) { message = error.message }
        return [...first, message]
      `),
    ).toEqual([
      [15, 10, 20, 40],
      [{ windingRule: 'EVENODD', data: 'M 0 0 L 20 0 L 20 40 Z' }],
      'in set_vectorPaths: Failed to convert path. Invalid command at h',
    ])
  })
})

describe('the tree', () => {
  it('takes layers in at the front or at a place', async () => {
    expect(
      await evaluate(`
        const frame = figma.createFrame()
        const [a, b, c] = ['a', 'b', 'c'].map((name) => Object.assign(figma.createRectangle(), { name }))
        frame.appendChild(a); frame.appendChild(b); frame.insertChild(0, c)
        const names = () => frame.children.map((node) => node.name).join('')
        const seen = [names()]
        frame.appendChild(c); seen.push(names())
        frame.insertChild(0, b); seen.push(names())
        frame.insertChild(2, b); seen.push(names())
        return [...seen, figma.currentPage.children.length, a.parent === frame]
      `),
    ).toEqual(['cab', 'abc', 'bac', 'abc', 1, true])
  })

  it.each([
    ['a frame in itself', 'const f = figma.createFrame(); f.appendChild(f)', 'into itself'],
    [
      'a parent in its child',
      'const f = figma.createFrame(), g = figma.createFrame(); f.appendChild(g); g.appendChild(f)',
      'into itself',
    ],
    [
      'a page in a frame',
      'figma.createFrame().appendChild(figma.createPage())',
      'A FRAME cannot hold a PAGE',
    ],
    [
      'a layer in the document',
      'figma.root.appendChild(figma.createFrame())',
      'A DOCUMENT cannot hold a FRAME',
    ],
    [
      'a layer in an instance',
      'figma.createComponent().createInstance().appendChild(figma.createFrame())',
      'instance',
    ],
    ['a wrong place', 'figma.currentPage.insertChild(5, figma.createFrame())', 'Property "index"'],
    ['the only page removed', 'figma.currentPage.remove()', 'only page'],
    ['the document removed', 'figma.root.remove()', 'document'],
  ])('refuses %s', async (_, code, message) => {
    expect(await evaluate(code)).toEqual({ threw: expect.stringContaining(message) })
  })

  it('is searched from parents to children', async () => {
    expect(
      await evaluate(`
        const outer = figma.createFrame(); outer.name = 'outer'
        const inner = figma.createFrame(); inner.name = 'inner'
        const leaf = figma.createVector(); leaf.name = 'leaf'
        outer.appendChild(inner); inner.appendChild(leaf); leaf.setPluginData('k', 'v')
        const names = (nodes) => nodes.map((node) => node.name)
        const page = figma.currentPage
        return [
          names(page.findAll()),
          names(page.findAll((node) => node.name.includes('e') && node.type === 'FRAME')),
          page.findOne((node) => node.type === 'VECTOR').name,
          page.findOne(() => false),
          names(page.findChildren(() => true)),
          page.findChild((node) => node.name === 'leaf'),
          names(page.findAllWithCriteria({ types: ['VECTOR', 'PAGE'] })),
          names(page.findAllWithCriteria({ pluginData: { keys: ['k'] } })),
          names(page.findAllWithCriteria({ pluginData: {}, types: ['FRAME'] })),
        ]
      `),
    ).toEqual([
      ['outer', 'inner', 'leaf'],
      ['outer', 'inner'],
      'leaf',
      null,
      ['outer'],
      null,
      ['leaf'],
      ['leaf'],
      [],
    ])
  })

  it('gives what a search function throws to the one who searches', async () => {
    expect(
      await evaluate(`
        figma.createFrame()
        const wrong = { my: 'own' }
        try { figma.currentPage.findAll(() => { throw wrong }) } catch (error) { return error === wrong }
      `),
    ).toBe(true)
  })

  it('copies a layer with all it holds', async () => {
    expect(
      await evaluate(`
        const frame = figma.createFrame()
        const child = figma.createRectangle()
        frame.appendChild(child)
        child.setPluginData('k', 'v')
        const copy = frame.clone()
        copy.children[0].name = 'changed'
        return [copy.parent.type, copy.children.length, copy.children[0].getPluginData('k'), child.name, copy.id !== frame.id]
      `),
    ).toEqual(['PAGE', 1, 'v', 'Rectangle', true])
  })
})

describe('components', () => {
  it('are made of a frame in its place, and have instances', async () => {
    expect(
      await evaluate(`
        const frame = figma.createFrame()
        frame.appendChild(figma.createRectangle())
        const component = figma.createComponentFromNode(frame)
        component.description = 'A picture'
        const instance = component.createInstance()
        const main = await instance.getMainComponentAsync()
        const instances = await component.getInstancesAsync()
        const detached = instance.detachInstance()
        return [component.type, component.children.length, main === component, instances.length, detached.type, detached.children.length]
      `),
    ).toEqual(['COMPONENT', 1, true, 1, 'FRAME', 1])
  })

  it('exist in Figma Design only', async () => {
    expect(
      await evaluate('figma.createComponentFromNode(figma.createFrame())', { editorType: 'slides' }),
    ).toEqual({
      threw: expect.stringContaining('Figma Design only'),
    })
  })
})

describe('what plugins keep on nodes', () => {
  it('stays apart by plugin and namespace', async () => {
    expect(
      await evaluate(`
        const node = figma.createFrame()
        node.setPluginData('a', '1'); node.setPluginData('b', '2'); node.setPluginData('b', '')
        node.setSharedPluginData('space', 'a', '3')
        node.setRelaunchData({ again: 'Draw it again' })
        return [
          node.getPluginData('a'), node.getPluginData('none'), node.getPluginDataKeys(),
          node.getSharedPluginData('space', 'a'), node.getSharedPluginDataKeys('space'), node.getSharedPluginDataKeys('other'),
          node.getRelaunchData(),
        ]
      `),
    ).toEqual(['1', '', ['a'], '3', ['a'], [], { again: 'Draw it again' }])
  })
})

describe('pages', () => {
  it('have their own selection, and take only their own nodes into it', async () => {
    expect(
      await evaluate(`
        const events = []
        figma.on('selectionchange', () => events.push('selection'))
        figma.on('currentpagechange', () => events.push('page'))
        const node = figma.createFrame()
        figma.currentPage.selection = [node]
        const second = figma.createPage()
        await figma.setCurrentPageAsync(second)
        let refused
        try { second.selection = [node] } catch (error) { refused = error.message }
        const seen = [figma.currentPage.selection.length, figma.root.children[0].selection[0] === node, refused]
        node.remove()
        await figma.clientStorage.keysAsync()
        return [...seen, figma.root.children[0].selection.length, events]
      `),
    ).toEqual([
      0,
      true,
      expect.stringContaining('can only include nodes in that page'),
      0,
      expect.arrayContaining(['selection', 'page']),
    ])
  })

  it('have one solid ground', async () => {
    expect(
      await evaluate(`
        const [{ color }] = figma.currentPage.backgrounds
        try { figma.currentPage.backgrounds = [] } catch (error) { return [Math.round(color.r * 255), error.message] }
      `),
    ).toEqual([245, expect.stringContaining('exactly one solid paint')])
  })
})

describe('helpers', () => {
  it('turn bytes into text and back', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)
    expect(await evaluate('return figma.base64Encode(Uint8Array.from({ length: 256 }, (_, at) => at))')).toBe(
      Buffer.from(bytes).toString('base64'),
    )
    expect(await evaluate("return figma.base64Decode('AP8=')")).toEqual(new Uint8Array([0, 255]))
    expect(await evaluate("return figma.base64Decode('!')")).toEqual({
      threw: expect.stringContaining('not base64'),
    })
  })

  it('make colors', async () => {
    expect(
      await evaluate(
        "return [figma.util.rgb('#f00'), figma.util.rgba('#00ff0080').a, figma.util.solidPaint('#0000ff')]",
      ),
    ).toEqual([
      { r: 1, g: 0, b: 0 },
      128 / 255,
      { type: 'SOLID', visible: true, opacity: 1, blendMode: 'NORMAL', color: { r: 0, g: 0, b: 1 } },
    ])
  })
})
