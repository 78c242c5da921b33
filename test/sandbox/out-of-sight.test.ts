import type { DocumentBuilder } from 'figma-host/document'
import { afterAll, describe, expect, it } from 'vitest'
import { insertSuite } from '../support/insert-case'
import { markedPicture, openVisibilityMeter } from '../support/visible-share'

const { insertInto } = insertSuite()
const watcher = openVisibilityMeter()
afterAll(() => watcher.close())

/** Builds two layers and a mask that shows a corner of them, in a container. Returns the mask and the layer. */
function masked(b: DocumentBuilder, holder?: string): [mask: string, layer: string] {
  const place = holder ? { in: holder } : {}
  const mask = b.ellipse({ ...place, name: 'mask', width: 60, height: 60, isMask: true })
  return [mask, b.rectangle({ ...place, name: 'photo', width: 300, height: 300 })]
}

const list = {
  layoutMode: 'VERTICAL',
  primaryAxisSizingMode: 'FIXED',
  counterAxisSizingMode: 'FIXED',
} as const

describe('a picture is visible, and a notice says why it is not in the selected layer:', () => {
  it.each<[name: string, build: (b: DocumentBuilder) => string, word: string | null]>([
    [
      'a layer of a mask group is selected',
      (b) => {
        const [mask, layer] = masked(b)
        b.group([mask, layer], { name: 'crop' })
        return layer
      },
      'mask',
    ],
    [
      'a frame is selected that holds a mask',
      (b) => {
        const frame = b.frame({ width: 400, height: 400 })
        masked(b, frame)
        return frame
      },
      'mask',
    ],
    [
      'a hidden frame is selected',
      (b) => b.frame({ width: 400, height: 400, visible: false }),
      'not be seen',
    ],
    [
      'a section is selected whose layers are hidden',
      (b) => b.section({ width: 900, height: 900, contentsHidden: true }),
      'not be seen',
    ],
    [
      'a frame is selected that another one cuts off',
      (b) => b.frame({ in: b.frame({ width: 300, height: 300 }), x: 400, width: 200, height: 200 }),
      'space',
    ],
    [
      'a full list is selected that cuts off what is too much',
      (b) => {
        const full = b.frame({ width: 400, height: 300, layout: list })
        b.rectangle({ in: full, width: 400, height: 320 })
        return full
      },
      'space',
    ],
    [
      'a slot that grows is selected, in an instance that does not',
      (b) => {
        const component = b.component({ x: 2000, width: 20, height: 20 })
        const sizing = { primaryAxisSizingMode: 'AUTO', counterAxisSizingMode: 'AUTO' } as const
        b.slot({ in: component, width: 20, height: 20, layout: { ...list, ...sizing } })
        return b.document.need(b.instance(component, { x: 0 })).children[0] ?? ''
      },
      'space',
    ],
    [
      'a layer of a type is selected that no version knows, and takes nothing',
      (b) => b.madeUp('frame', { width: 400, height: 400 }),
      'not take',
    ],
  ])('%s', async (_name, build, word) => {
    const { stage, inserted, toasts } = await insertInto(build, { parts: [markedPicture(400, 200)] })
    const { nodes } = stage.editor.contents()
    expect(await watcher.visibleShare(nodes, inserted.nodeId)).toBeGreaterThan(0.9)
    expect(toasts).toEqual(word === null ? [] : [expect.stringContaining(word)])
  })

  it('behind the lowest of several masks on the page', async () => {
    const { stage, inserted } = await insertInto(
      (b) => {
        b.rectangle({ x: 5000 })
        masked(b)
        masked(b)
        return undefined
      },
      { parts: [markedPicture(400, 200)] },
    )
    expect(stage.editor.snapshot().layers[1]?.id).toBe(inserted.nodeId)
  })
})

describe('a slot accepts a picture like a frame,', () => {
  it.each(['component', 'instance'] as const)('in a %s', async (kind) => {
    const { parent, frame, toasts, inserted } = await insertInto((b) => {
      const component = b.component({ x: 1000, width: 300, height: 300 })
      const slot = b.slot({ in: component, name: 'image', x: 10, y: 10, width: 200, height: 200 })
      if (kind === 'component') return slot
      return b.document.need(b.instance(component, { x: 0 })).children[0] ?? ''
    })
    expect(parent).toMatchObject({ type: 'SLOT', name: 'image' })
    expect([frame.x, frame.y, frame.width, frame.height]).toEqual([0, 50, 200, 100])
    expect([inserted.note, toasts]).toEqual([null, []])
  })

  it('but not as a component: it stays a frame', async () => {
    const { parent, frame, inserted } = await insertInto(
      (b) => b.slot({ in: b.component({ width: 300, height: 300 }), width: 200, height: 200 }),
      { as: 'component' },
    )
    expect([parent?.type, frame.type, inserted.note]).toEqual(['SLOT', 'FRAME', 'no-component'])
  })

  it('but other layers in an instance do not', async () => {
    const { parent, inserted } = await insertInto((b) => {
      const component = b.component({ x: 1000, width: 300, height: 300 })
      const slot = b.slot({ in: component, width: 200, height: 200 })
      b.frame({ in: slot, width: 100, height: 100 })
      const [copy = ''] = b.document.need(b.instance(component, { x: 0 })).children
      return b.document.need(copy).children[0] ?? ''
    })
    expect([parent, inserted.note]).toEqual([null, 'instance'])
  })
})
