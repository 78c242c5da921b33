import { describe, expect, it } from 'vitest'
import { evaluate, prepare } from './harness'

describe('an editor', () => {
  it.each([
    ['figjam', 'figma.createComponent()', 'in createComponent: figma.createComponent works in figma only'],
    ['slides', 'figma.createComponentFromNode(figma.createFrame())', 'works in figma only'],
    ['buzz', 'figma.createPaintStyle()', 'works in figma only'],
    ['figjam', 'figma.variables', 'figma.variables works in figma, slides, buzz only'],
    ['figma', 'figma.createSlide()', "no such property 'createSlide' on figma"],
  ] as const)('%s refuses %s', async (editorType, code, message) => {
    expect(await evaluate(code, { editorType })).toEqual({ threw: expect.stringContaining(message) })
  })

  it.each(['figma', 'figjam', 'slides', 'buzz'] as const)('%s accepts a picture', async (editorType) => {
    expect(
      await evaluate(
        `const node = figma.createNodeFromSvg('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"/>')
         return [figma.editorType, node.type]`,
        { editorType },
      ),
    ).toEqual([editorType, 'FRAME'])
  })

  it('must be listed in the manifest', async () => {
    const manifest = {
      name: 'A',
      id: '1',
      api: '1.0.0',
      main: 'c.js',
      editorType: ['figma'],
      documentAccess: 'dynamic-page',
    }
    await expect(prepare('', { manifest, editorType: 'buzz' })).rejects.toThrow('does not list "buzz"')
  })
})

describe('Slides', () => {
  it('has a grid with one slide, and puts new layers on the open one', async () => {
    expect(
      await evaluate(
        `
        const page = figma.currentPage
        const onPage = figma.createFrame()
        const slide = page.children[0].children[0].children[0]
        const before = page.focusedSlide
        page.focusedSlide = slide
        return [before, onPage.parent === page, page.focusedSlide === slide, figma.createFrame().parent === slide,
          onPage.clone().parent === slide, page.children.map((node) => node.type)]
        `,
        { editorType: 'slides' },
      ),
    ).toEqual([null, true, true, true, true, ['SLIDE_GRID', 'FRAME']])
  })

  it.each([
    ['grid.clone()', "no such property 'clone'"],
    ['figma.currentPage.appendChild(grid.children[0].children[0])', 'A PAGE cannot hold a SLIDE'],
    ['grid.children[0].appendChild(figma.createFrame())', 'A SLIDE_ROW cannot hold a FRAME'],
  ])('refuses %s', async (code, message) => {
    expect(
      await evaluate(`const grid = figma.currentPage.children[0]; ${code}`, { editorType: 'slides' }),
    ).toEqual({ threw: expect.stringContaining(message) })
  })
})

it('the members that a plugin has used are reported by their names in the typings', async () => {
  const { editor } = await prepare(`
      const frame = figma.createFrame()
      frame.resize(10, 10); frame.name = 'x'; frame.children.length
      figma.ui.onmessage = () => {}
      figma.viewport.zoom
      try { frame.exportSettings } catch {}
      'fills' in frame
    `)
  await editor.start()
  await editor.idle()
  expect(editor.membersUsed()).toEqual([
    ...['FrameNode.children', 'FrameNode.name', 'FrameNode.resize'],
    ...['figma.createFrame', 'figma.ui.onmessage', 'figma.viewport.zoom'],
  ])
})
