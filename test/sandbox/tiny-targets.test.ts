import { describe, expect, it } from 'vitest'
import { expectBox, found, insert, insertSuite, nodeOf } from '../support/insert-case'
import { pictureOf } from '../support/picture'

const { open } = insertSuite()

/** A frame on the page, the size of a picture, and its expected x, y, width, and height in the frame. Lengths in px. */
const ROWS = `
  16 16          2048 1024   0 4 16 8
  20 20          1024 2048   5 0 10 20
  1 1            2048 1024   0 0 1 1
  1 900          2048 1024   0 450 1 1
  900 1          1024 2048   450 0 1 1
  1440.5 810.25  1820 1024   0 0 1440.5 810.25
  1000 1000      1820 1024   0 219 1000 563
  30000 20000    2048 1024   0 2500 30000 15000
`
  .trim()
  .split('\n')
  .map((row) => row.trim().split(/\s+/).map(Number))

/** A diagonal line, 100 px thick if the picture is 2048 px long. */
const stroked = ([width, height]: readonly [number, number]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path d="M0 0L${width} ${height}" fill="none" stroke="#ff0000" stroke-width="100"/></svg>`

describe('a picture fits into', () => {
  it('a frame of any size from one pixel up, in whole pixels, with everything in it and scaled strokes', async () => {
    const { stage } = await open(() => undefined)
    for (const row of ROWS) {
      const [width = 0, height = 0, wide = 0, high = 0, x = 0, y = 0, w = 0, h = 0] = row
      const picture = [wide, high] as const
      const frame = stage.editor.build((b) => {
        const id = b.frame({ x: 1000, y: 500, width, height })
        b.select(id)
        return id
      })
      const size = { width: picture[0], height: picture[1] }
      const { nodeId } = await insert(stage, pictureOf(stroked(picture), size))
      const { frame: layer, parent } = found(stage, nodeId)
      expect(parent?.id).toBe(frame)
      expect([layer.x, layer.y, layer.width, layer.height]).toEqual([x, y, w, h])
      const [line] = layer.children
      expectBox(line ?? layer, 1000 + x, 500 + y, w, h)
      const scale = Math.sqrt((w * h) / (picture[0] * picture[1]))
      expect(nodeOf(stage, line?.id ?? '').strokeWeight).toBeCloseTo(100 * scale, 4)
    }
  })

  it('a list with 8 px inside its padding, and goes beside one with no space inside', async () => {
    const { stage, toasts } = await open(() => undefined)
    const fixed = { primaryAxisSizingMode: 'FIXED', counterAxisSizingMode: 'FIXED' } as const
    const list = (padding: number) =>
      stage.editor.build((b) => {
        const sides = { paddingLeft: padding, paddingRight: padding, paddingTop: 4, paddingBottom: 4 }
        const layout = { layoutMode: 'VERTICAL', ...fixed, ...sides } as const
        const id = b.frame({ width: 100, height: 100, layout })
        b.select(id)
        return id
      })
    const picture = pictureOf(stroked([2048, 1024]), { width: 2048, height: 1024 })
    const narrow = list(46)
    const inside = found(stage, (await insert(stage, picture)).nodeId)
    expect(inside.parent?.id).toBe(narrow)
    expectBox(inside.frame, 46, 4, 8, 4)
    list(50)
    expect(found(stage, (await insert(stage, picture)).nodeId).parent).toBeNull()
    expect(toasts).toEqual([expect.stringContaining('no space')])
  })
})
