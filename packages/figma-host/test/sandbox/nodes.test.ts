import { describe, expect, it } from 'vitest'
import { evaluate } from './harness'

it('new layers have Figma’s defaults', async () => {
  const result = await evaluate(`
        const show = (node) => [node.type, node.name, node.width, node.height, node.parent.type]
        return [figma.createFrame(), figma.createRectangle(), figma.createSection(), figma.createComponent()].map(show)
      `)
  expect(result).toEqual([
    ['FRAME', 'Frame', 100, 100, 'PAGE'],
    ['RECTANGLE', 'Rectangle', 100, 100, 'PAGE'],
    ['SECTION', 'Section', 100, 100, 'PAGE'],
    ['COMPONENT', 'Component', 100, 100, 'PAGE'],
  ])
})

describe('the tree', () => {
  it('inserts layers at the front or at an index', async () => {
    const result = await evaluate(`
        const frame = figma.createFrame()
        const [a, b, c] = ['a', 'b', 'c'].map((name) => Object.assign(figma.createRectangle(), { name }))
        frame.appendChild(a); frame.appendChild(b); frame.insertChild(0, c)
        const names = () => frame.children.map((node) => node.name).join('')
        const seen = [names()]
        frame.appendChild(c); seen.push(names())
        frame.insertChild(0, b); seen.push(names())
        frame.insertChild(2, b); seen.push(names())
        return [...seen, figma.currentPage.children.length, a.parent === frame]
      `)
    expect(result).toEqual(['cab', 'abc', 'bac', 'abc', 1, true])
  })

  it.each([
    ['const f = figma.createFrame(); f.appendChild(f)', 'into itself'],
    [
      'const f = figma.createFrame(), g = figma.createFrame(); f.appendChild(g); g.appendChild(f)',
      'into itself',
    ],
    ['figma.createFrame().appendChild(figma.createPage())', 'A FRAME cannot hold a PAGE'],
    ['figma.root.appendChild(figma.createFrame())', 'A DOCUMENT cannot hold a FRAME'],
    ['figma.currentPage.insertChild(5, figma.createFrame())', 'Property "index"'],
    ['figma.currentPage.remove()', 'only page'],
    ['figma.root.remove()', 'document'],
  ])('refuses %s', async (code, message) => {
    expect(await evaluate(code)).toEqual({ threw: expect.stringContaining(message) })
  })
})

it('data that plugins store on nodes is separated by plugin and namespace', async () => {
  const result = await evaluate(`
        const node = figma.createFrame()
        node.setPluginData('a', '1'); node.setPluginData('b', '2'); node.setPluginData('b', '')
        node.setSharedPluginData('space', 'a', '3')
        node.setRelaunchData({ again: 'Draw it again' })
        return [
          node.getPluginData('a'), node.getPluginData('none'), node.getPluginDataKeys(),
          node.getSharedPluginData('space', 'a'), node.getSharedPluginDataKeys('space'), node.getSharedPluginDataKeys('other'),
          node.getRelaunchData(),
        ]
      `)
  expect(result).toEqual(['1', '', ['a'], '3', ['a'], [], { again: 'Draw it again' }])
})

it('pages have their own selections, which only contain their own nodes', async () => {
  const result = await evaluate(`
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
      `)
  expect(result).toEqual([
    0,
    true,
    expect.stringContaining('can only include nodes in that page'),
    0,
    expect.arrayContaining(['selection', 'page']),
  ])
})
