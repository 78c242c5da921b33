import { describe, expect, it } from 'vitest'
import { evaluate, prepare } from './harness'

describe('an editor', () => {
  it.each([
    [
      'figjam',
      'figma.createComponent()',
      'in createComponent: figma.createComponent works in Figma Design only',
    ],
    ['slides', 'figma.createComponentFromNode(figma.createFrame())', 'works in Figma Design only'],
    ['buzz', 'figma.createPaintStyle()', 'works in Figma Design only'],
    [
      'figjam',
      'figma.variables',
      'figma.variables works in Figma Design and Figma Slides and Figma Buzz only',
    ],
    [
      'slides',
      'figma.createFrame().getTopLevelFrame()',
      'FrameNode.getTopLevelFrame works in Figma Design only',
    ],
    ['figma', 'figma.createSlide()', 'works in Figma Slides only'],
    ['figma', 'figma.createSticky()', 'works in FigJam only'],
    ['figma', 'figma.buzz', 'works in Figma Buzz only'],
    ['figma', 'figma.viewport.slidesView', 'works in Figma Slides only'],
    ['figma', 'figma.currentPage.focusedNode', 'works in Figma Slides and Figma Buzz only'],
    ['figjam', 'figma.viewport.canvasView = "grid"', 'works in Figma Slides and Figma Buzz only'],
  ] as const)('%s refuses %s', async (editorType, code, message) => {
    expect(await evaluate(code, { editorType })).toEqual({ threw: expect.stringContaining(message) })
  })

  it.each(['figma', 'figjam', 'slides', 'buzz'] as const)('%s takes a picture', async (editorType) => {
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
  it('has a grid of slides, and puts fresh layers on the one that is open', async () => {
    expect(
      await evaluate(
        `
        const page = figma.currentPage
        const onPage = figma.createFrame()
        const second = figma.createSlide()
        figma.createSlideRow(); figma.createSlide(1)
        const before = page.focusedSlide
        figma.viewport.slidesView = 'single-slide'
        const first = figma.getSlideGrid()[0][0]
        const seen = [before, onPage.parent === page, page.focusedSlide === first, figma.createFrame().parent === first]
        page.focusedSlide = second
        const shape = figma.createRectangle(); shape.x = 10
        return [...seen, shape.parent === second, shape.absoluteBoundingBox.x > 1920, onPage.clone().parent === second,
          figma.getSlideGrid().map((row) => row.length), page.children.map((node) => node.type)]
        `,
        { editorType: 'slides' },
      ),
    ).toEqual([null, true, true, true, true, true, true, [2, 1], ['SLIDE_GRID', 'FRAME']])
  })

  it.each([
    ['figma.currentPage.children[0].clone()', 'cannot make a copy'],
    ['figma.currentPage.appendChild(figma.getSlideGrid()[0][0])', 'A PAGE cannot hold a SLIDE'],
    ['figma.getSlideGrid()[0][0].parent.appendChild(figma.createFrame())', 'A SLIDE_ROW cannot hold a FRAME'],
  ])('refuses %s', async (code, message) => {
    expect(await evaluate(code, { editorType: 'slides' })).toEqual({
      threw: expect.stringContaining(message),
    })
  })
})

describe('the members that a plugin has used', () => {
  it('are told by the names that the typings give them', async () => {
    const { editor } = await prepare(`
      const frame = figma.createFrame()
      frame.resize(10, 10); frame.name = 'x'; frame.children.length
      figma.ui.onmessage = () => {}
      figma.viewport.zoom
      try { frame.effects } catch {}
      'fills' in frame
    `)
    await editor.start()
    await editor.idle()
    expect(editor.membersUsed()).toEqual([
      ...['FrameNode.children', 'FrameNode.effects', 'FrameNode.name', 'FrameNode.resize'],
      ...['figma.createFrame', 'figma.ui.onmessage', 'figma.viewport.zoom'],
    ])
  })
})
