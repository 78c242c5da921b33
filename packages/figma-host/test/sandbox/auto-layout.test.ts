import { describe, expect, it } from 'vitest'
import { evaluate } from './harness'

/** A row of two rectangles, a (20 × 10) and b (40 × 30), 10 px apart. */
const ROW = `
  const box = (node) => [node.x, node.y, node.width, node.height]
  const row = figma.createFrame()
  const a = figma.createRectangle(); a.resize(20, 10); row.appendChild(a)
  const b = figma.createRectangle(); b.resize(40, 30); row.appendChild(b)
  row.layoutMode = 'HORIZONTAL'; row.itemSpacing = 10
`

describe('a frame with auto layout', () => {
  it('positions its children: setting their position has no effect', async () => {
    const result = await evaluate(`
        ${ROW}
        b.x = 500; b.y = 7
        b.relativeTransform = [[0, 1, 90], [-1, 0, 90]]
        return [Math.round(b.rotation), b.x, b.y, row.width]
      `)
    expect(result).toEqual([90, 30, 40, 60])
  })

  it('lets children fill it, or be absolutely positioned', async () => {
    const result = await evaluate(`
        ${ROW}
        row.resize(200, 100)
        b.layoutSizingHorizontal = 'FILL'; b.layoutSizingVertical = 'FILL'
        const filled = [box(b), b.layoutGrow, b.layoutAlign]
        b.maxWidth = 50
        const limited = b.width
        a.layoutPositioning = 'ABSOLUTE'; a.x = 150; a.y = 80
        a.constraints = { horizontal: 'MAX', vertical: 'MIN' }
        row.resize(300, 100)
        return [filled, limited, box(a), box(b)]
      `)
    expect(result).toEqual([[[30, 0, 170, 100], 1, 'STRETCH'], 50, [250, 80, 20, 10], [0, 0, 50, 100]])
  })

  it.each([
    ["row.layoutMode = 'GRID'", "not modeled by the host: layoutMode = 'GRID' with layers inside"],
    ["row.layoutWrap = 'WRAP'", "not modeled by the host: layoutWrap = 'WRAP'"],
    ["figma.createFrame().layoutWrap = 'WRAP'", 'can only be set on auto layout frames'],
    ["row.counterAxisAlignItems = 'BASELINE'", 'not modeled'],
    ['row.paddingLeft = -1', 'Property "paddingLeft" failed validation'],
    ['a.layoutGrow = 0.5', 'Expected 0 or 1'],
    ["a.layoutAlign = 'CENTER'", 'deprecated'],
    ['figma.createFrame().minWidth = 3', 'auto layout frames and their children'],
    ['a.minWidth = 0', 'Property "minWidth" failed validation'],
    ["row.layoutSizingHorizontal = 'FILL'", 'FILL can only be set on children'],
    ["a.layoutSizingHorizontal = 'HUG'", 'HUG can only be set'],
    ["figma.createRectangle().layoutPositioning = 'ABSOLUTE'", 'layoutMode !== NONE'],
  ])('%s throws', async (code, message) => {
    expect(await evaluate(`${ROW} ${code}`)).toEqual({ threw: expect.stringContaining(message) })
  })
})

describe('text', () => {
  it('needs its font, and hugs its characters', async () => {
    const result = await evaluate(`
        const text = figma.createText()
        let message
        try { text.characters = 'Hi' } catch (error) { message = error.message }
        await figma.loadFontAsync(text.fontName)
        text.characters = 'Hello'; text.fontSize = 20
        const hugging = [text.width > 0, text.height, text.layoutSizingHorizontal, text.hasMissingFont]
        text.resize(10, 10)
        return [message, hugging, text.textAutoResize, text.width]
      `)
    expect(result).toEqual([
      expect.stringMatching(/^in set_characters: .*unloaded font "Inter Regular"/),
      [true, 24, 'HUG', false],
      'NONE',
      10,
    ])
  })

  it.each([
    ["await figma.loadFontAsync({ family: 'Nope', style: 'Regular' })", 'could not be loaded'],
    ['await figma.loadFontAsync("Inter")', 'Expected object, received string'],
    ["figma.createText().fontName = { family: 'Roboto', style: 'Bold' }", 'unloaded font "Roboto Bold"'],
    ['figma.createText().lineHeight', "no such property 'lineHeight' on TextNode"],
    ["figma.createText().letterSpacing = { value: 1, unit: 'PIXELS' }", 'unloaded font'],
    ['figma.createLine().resize(10, 1)', 'Property "height" failed validation'],
    ['figma.createEllipse().arcData = { startingAngle: 0, endingAngle: 1, innerRadius: 0 }', 'not modeled'],
  ])('%s throws', async (code, message) => {
    expect(await evaluate(code)).toEqual({ threw: expect.stringContaining(message) })
  })
})
