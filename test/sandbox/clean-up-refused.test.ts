import type { DocumentBuilder } from 'figma-host/document'
import { describe, expect, it } from 'vitest'
import { cleanOne, exportLayer, ICON, readCleanable } from '../support/cleaning'
import { insertSuite } from '../support/insert-case'
import { row } from '../support/replacement'

const suite = insertSuite()

const SHADOW = {
  type: 'DROP_SHADOW',
  visible: true,
  blendMode: 'NORMAL',
  radius: 4,
  color: { r: 0, g: 0, b: 0, a: 1 },
  offset: { x: 0, y: 2 },
} as const

it('losses are reported in advance, by number of layers', async () => {
  const { stage } = await suite.open((b) => {
    const art = b.frame({ layout: row, effects: [SHADOW, { ...SHADOW, visible: false }] })
    b.text('words', { in: art })
    b.ellipse({ in: art, effects: [{ ...SHADOW, visible: false }] })
    b.ellipse({ in: art, effects: [SHADOW], visible: false })
    b.instance(b.component({ x: 900 }), { in: art })
    b.rectangle({ in: art, reactions: [{ trigger: { type: 'ON_CLICK' }, actions: [] }] })
    return art
  })
  const { layers, more } = await readCleanable(stage)
  const losses = Object.fromEntries((layers[0]?.losses ?? []).map(({ kind, layers }) => [kind, layers]))
  expect(more).toBe(0)
  expect(losses).toEqual({ effects: 2, autoLayouts: 1, texts: 1, hidden: 1, instances: 1, reactions: 1 })
})

const BLOCKED: readonly (readonly [what: string, blocker: string, build: (b: DocumentBuilder) => string])[] =
  [
    ['a locked layer', 'locked', (b) => b.ellipse({ locked: true })],
    ['a layer in a locked one', 'locked', (b) => b.ellipse({ in: b.frame({ locked: true }) })],
    [
      'a layer in an instance',
      'instance',
      (b) => {
        const main = b.component({})
        b.ellipse({ in: main })
        return b.document.need(b.instance(main, { x: 300 })).children[0] ?? ''
      },
    ],
    ['a mask', 'mask', (b) => b.ellipse({ isMask: true })],
    ['a component', 'component', (b) => b.component({})],
    [
      'a frame with a component in it',
      'component',
      (b) => {
        const frame = b.frame({})
        b.document.move(b.component({}), frame)
        return frame
      },
    ],
    ['a section', 'not-replaceable', (b) => b.section({})],
    ['a line', 'not-replaceable', (b) => b.line({})],
    [
      'an item of a grid',
      'not-replaceable',
      (b) => b.ellipse({ in: b.frame({ layout: { layoutMode: 'GRID', gridColumnCount: 2 } }) }),
    ],
  ]

it.each(BLOCKED)('%s is left unchanged: %s', async (what, blocker, build) => {
  const { stage, selected } = await suite.open(build)
  const before = stage.editor.contents()
  expect((await readCleanable(stage)).layers).toMatchObject([{ nodeId: selected, blocker, losses: [] }])
  if (what !== 'a frame with a component in it') {
    await expect(exportLayer(stage, selected ?? '')).rejects.toThrow('not-replaced')
  }
  expect(stage.editor.contents()).toEqual(before)
})

describe('if a step fails, the document is unchanged:', () => {
  it('a layer that paints nothing', async () => {
    const { stage, selected } = await suite.open((b) => b.group([b.ellipse({ visible: false })]))
    const before = stage.editor.contents()
    await expect(exportLayer(stage, selected ?? '')).rejects.toThrow('not-exported')
    expect(stage.editor.contents()).toEqual(before)
  })

  it('a layer that is deleted in the meantime, and an SVG that Figma refuses', async () => {
    const { stage, selected = '' } = await suite.open((b) => ICON(b, {}))
    const before = stage.editor.contents()
    const clean = {
      ...{ nodeId: selected ?? '', parts: ['nonsense'], width: 9, height: 9, bindings: [] },
      ...{ offset: { x: 0, y: 0 }, clips: false, keepsOriginal: false },
    }
    expect(await stage.panel.request('cleanUp.replace', clean)).toMatchObject({
      error: { code: 'import-refused' },
    })
    expect(stage.editor.contents()).toEqual(before)
    stage.editor.build((b) => b.document.remove(selected ?? ''))
    await expect(cleanOne(stage, selected ?? '')).rejects.toThrow('layer-gone')
  })
})
