import { describe, expect, it } from 'vitest'
import { evaluate } from './harness'

const SVG_STRING = "{ format: 'SVG_STRING' }"

describe('exportAsync', () => {
  it('returns what a layer paints as SVG, cropped to that: with rotation and opacity, without hidden layers', async () => {
    const svg = await evaluate(`
      const frame = figma.createFrame(); frame.x = 500; frame.rotation = -90; frame.resize(60, 40); frame.opacity = 0.5
      frame.fills = []
      const child = figma.createRectangle(); frame.appendChild(child); child.x = 10; child.resize(9.5, 20)
      child.strokes = [figma.util.solidPaint('#00ff00')]; child.strokeAlign = 'OUTSIDE'; child.strokeWeight = 2
      const hidden = figma.createEllipse(); frame.appendChild(hidden); hidden.visible = false
      return [await frame.exportAsync(${SVG_STRING}), await child.exportAsync(${SVG_STRING})]`)
    const [frame, child] = svg as [string, string]
    expect(frame).toContain('<svg width="40" height="60" viewBox="0 0 40 60" fill="none" xmlns=')
    expect(frame).toContain('opacity="0.5"')
    // Half a pixel is rounded up.
    expect(child).toContain('<svg width="24" height="14" viewBox="0 0 24 14"')
    // Fill, stroke, and the clip that keeps it outside; with the frame, its clip.
    expect([child, frame].map((text) => text.match(/<path/g)?.length)).toEqual([3, 4])
  })

  it('outlines text unless told otherwise', async () => {
    const [outlined, live] = (await evaluate(`
      const text = figma.createText(); await figma.loadFontAsync(text.fontName); text.characters = 'a b'
      return [await text.exportAsync(${SVG_STRING}), await text.exportAsync({ format: 'SVG_STRING', svgOutlineText: false })]`)) as string[]
    expect(outlined).toMatch(/<path d="M[^"]*ZM[^"]*Z"/)
    expect(outlined).not.toContain('<text')
    expect(live).toContain('>a b</text>')
  })

  it.each([
    ['', 'Property "settings.format" failed validation'],
    ["{ format: 'PNG' }", 'not modeled by the host: exportAsync as PNG'],
    ["{ format: 'SVG_STRING', svgIdAttribute: true }", 'not modeled'],
    ["{ format: 'SVG_STRING', svgOutlineText: 1 }", 'Expected boolean'],
    ["{ format: 'SVG_STRING', outline: true }", "Unrecognized key(s) in object: 'outline'"],
  ])('with %s throws', async (settings, message) => {
    expect(await evaluate(`return figma.createFrame().exportAsync(${settings})`)).toEqual({
      threw: expect.stringContaining(message),
    })
  })

  it.each(['layer.visible = false', 'group.visible = false'])('throws if %s', async (code) => {
    const made =
      'const layer = figma.createRectangle(); const group = figma.group([layer], figma.currentPage)'
    expect(await evaluate(`${made}; ${code}; return layer.exportAsync(${SVG_STRING})`)).toEqual({
      threw: 'in exportAsync: Failed to export node. This node may not have any visible layers.',
    })
  })
})
