import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMPLETE } from '../../src/protocol/finish'
import { launchChromium } from '../support/chromium'
import { boxesOf, cleanOne, cleanSelection, exportLayer, ICON, readCleanable } from '../support/cleaning'
import { insertSuite, nodeOf } from '../support/insert-case'
import { difference, renderSvgs } from '../support/pixels'
import { row } from '../support/replacement'

const suite = insertSuite()

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** 2 by 2 px: red, green, blue, yellow. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR42mP4z8DAAMIM////ZwAAHuwFAN4sMoUAAAAASUVORK5CYII='

describe('a cleaned layer', () => {
  it('looks the same, in place: rotated, translucent, between others, in auto layout, in a group', async () => {
    const icons: string[] = []
    const { stage } = await suite.open((b) => {
      const list = b.frame({ x: 20, y: 20, width: 300, height: 100, layout: row })
      b.rectangle({ in: list, width: 20, height: 20 })
      icons.push(ICON(b, { in: list, layout: { layoutAlign: 'STRETCH' } }))
      b.rectangle({ in: list, width: 20, height: 20 })
      const outer = b.frame({ x: 20, y: 140, width: 300, height: 150, rotation: 10, fill: '#ffffee' })
      icons.push(ICON(b, { in: outer, x: 200, y: 60, rotation: 30, opacity: 0.6 }))
      icons.push(
        ICON(b, {
          in: outer,
          x: -20,
          y: 20,
          width: 40,
          constraints: { horizontal: 'MAX', vertical: 'CENTER' },
        }),
      )
      const member = ICON(b, { in: outer, x: 90, y: 20 })
      icons.push(
        b.group([member, b.ellipse({ in: outer, x: 120, y: 50, width: 60, height: 60, fill: '#ee8800' })]),
      )
      icons.push(
        b.vector({
          in: outer,
          x: 240,
          y: 100,
          path: 'M 0 0 L 50 0 L 25 40 Z',
          width: 50,
          height: 40,
          fill: '#440044',
          strokeWeight: 4,
          stroke: '#00aa00',
        }),
      )
      b.select(...icons)
      return undefined
    })
    stage.editor.select(icons)
    const before = stage.editor.contents()
    const area = { x: 0, y: 0, width: 340, height: 320 }
    const boxes = icons.map((id) => nodeOf(stage, id))
    const picture = stage.editor.renderSvg(area)
    const cleaned = await cleanSelection(stage)
    expect(cleaned.size).toBe(icons.length)
    const [wanted, landed] = await renderSvgs(browser, [picture, stage.editor.renderSvg(area)], {
      width: 680,
      height: 640,
    })
    if (!wanted || !landed) throw new Error('nothing was rendered')
    expect(difference(wanted, landed)).toBeLessThan(0.0005)
    for (const old of boxes) {
      const now = nodeOf(stage, cleaned.get(old.id)?.nodeId ?? '')
      expect(now).toMatchObject({
        ...{ name: old.name, parent: old.parent, opacity: old.opacity, blendMode: old.blendMode },
        ...{ constraints: old.constraints, visible: true, locked: false },
        layout: { ...old.layout, layoutMode: 'NONE' },
        relaunchData: { 'clean-up': expect.any(String), recolour: expect.any(String) },
      })
      if (old.parent && old.type !== 'GROUP') {
        const children = (contents: typeof before) =>
          contents.nodes.find(({ id }) => id === old.parent)?.children ?? []
        expect(children(stage.editor.contents()).indexOf(now.id)).toBe(children(before).indexOf(old.id))
      }
    }
    expect(stage.editor.snapshot().selection).toEqual([...cleaned.values()].map(({ nodeId }) => nodeId))
    const after = stage.editor.contents()
    stage.editor.undo()
    expect(stage.editor.contents()).toEqual(before)
    stage.editor.redo()
    expect(stage.editor.contents()).toEqual(after)
  })

  it('keeps masks, images, and blend modes', async () => {
    const { stage, selected } = await suite.open((b) => {
      const art = b.frame({ x: 10, y: 10, width: 120, height: 120, fill: '#ffffff' })
      const photo = {
        type: 'IMAGE',
        imageHash: b.image(Buffer.from(PNG, 'base64')),
        scaleMode: 'FILL',
      } as const
      const mask = b.ellipse({ in: art, isMask: true, x: 10, y: 10, width: 80, height: 80 })
      b.group([mask, b.rectangle({ in: art, width: 100, height: 100, fill: [photo] })])
      const stripe = b.rectangle({ in: art, x: 20, y: 70, width: 90, height: 30, fill: '#ff8800' })
      b.document.update(stripe, { blendMode: 'MULTIPLY' })
      return art
    })
    const area = { x: 0, y: 0, width: 140, height: 140 }
    const picture = stage.editor.renderSvg(area)
    const { layers } = await readCleanable(stage)
    expect(layers).toMatchObject([{ nodeId: selected, blocker: null, losses: [] }])
    const [cleaned] = (await cleanSelection(stage)).values()
    expect(cleaned?.finish).toEqual(COMPLETE)
    expect(stage.editor.contents().nodes.some(({ fills: [paint] }) => paint?.type === 'IMAGE')).toBe(true)
    const [wanted, landed] = await renderSvgs(browser, [picture, stage.editor.renderSvg(area)], {
      width: 560,
      height: 560,
    })
    if (!wanted || !landed) throw new Error('nothing was rendered')
    expect(difference(wanted, landed)).toBeLessThan(0.001)
  })

  it('of one shape stays a vector, and a frame stays a frame', async () => {
    const ids: string[] = []
    const { stage } = await suite.open((b) => {
      ids.push(b.ellipse({ x: 5, y: 5, width: 30, height: 20, fill: '#ff0000' }))
      const icon = b.frame({ x: 50, width: 30, height: 20, fill: [] })
      b.ellipse({ in: icon, width: 30, height: 20, fill: '#ff0000' })
      ids.push(icon)
      return undefined
    })
    stage.editor.select(ids)
    const cleaned = [...(await cleanSelection(stage)).values()].map(({ nodeId }) => nodeOf(stage, nodeId))
    expect(cleaned).toMatchObject([
      { type: 'VECTOR', name: 'Ellipse', width: 30, height: 20 },
      { type: 'FRAME', name: 'Frame', width: 30, height: 20, clipsContent: true },
    ])
  })

  it('is without the limits that an absolutely positioned layer has from before', async () => {
    const { stage, selected } = await suite.open((b) =>
      ICON(b, {
        in: b.frame({ layout: row }),
        ...{ x: 30, y: 40, layout: { layoutPositioning: 'ABSOLUTE', maxWidth: 60 } },
      }),
    )
    const { nodeId } = await cleanOne(stage, selected ?? '')
    expect(nodeOf(stage, nodeId)).toMatchObject({
      transform: [
        [1, 0, 30],
        [0, 1, 40],
      ],
      ...{ width: 48, height: 48 },
      layout: { layoutPositioning: 'ABSOLUTE', maxWidth: null },
    })
  })

  it('never enlarges its group, whose limits in auto layout would shrink the other layers', async () => {
    const { stage, selected } = await suite.open((b) => {
      const list = b.frame({ width: 300, height: 100, layout: { ...row, paddingLeft: 80 } })
      const icon = ICON(b, { in: list, x: 60 })
      const group = b.group([b.rectangle({ in: list, name: 'other', width: 20, height: 20 }), icon])
      b.document.update(group, { layout: { ...b.document.need(group).layout, maxWidth: 110 } })
      return icon
    })
    await cleanOne(stage, selected ?? '')
    const list = stage.editor.snapshot().layers[0]
    expect(list?.children[0]?.children).toMatchObject([
      { name: 'other', width: 20, height: 20 },
      { width: 48 },
    ])
  })

  it('is in front of its original if that is kept, hidden', async () => {
    const { stage, selected } = await suite.open((b) => {
      const list = b.frame({ width: 300, height: 100, layout: row })
      const icon = ICON(b, { in: list })
      b.rectangle({ in: list, width: 20, height: 20 })
      return icon
    })
    const [cleaned] = (await cleanSelection(stage, { keepsOriginal: true })).values()
    const list = nodeOf(stage, nodeOf(stage, selected ?? '').parent ?? '')
    expect(list.children.slice(0, 2)).toEqual([cleaned?.nodeId, selected])
    expect(nodeOf(stage, selected ?? '')).toMatchObject({ visible: false, name: 'icon' })
    expect(nodeOf(stage, list.children[2] ?? '').transform[0][2]).toBe(58)
  })

  it('covers its kept original in a group that auto layout positions', async () => {
    const { stage, selected } = await suite.open((b) => {
      const list = b.frame({ width: 300, height: 100, layout: row })
      b.rectangle({ in: list, width: 20, height: 20 })
      const member = b.ellipse({ in: list, width: 20, height: 20 })
      b.group([member])
      return member
    })
    const box = boxesOf(stage).get(selected ?? '')
    const [cleaned] = (await cleanSelection(stage, { keepsOriginal: true })).values()
    expect(boxesOf(stage).get(cleaned?.nodeId ?? '')).toEqual(box)
    expect(boxesOf(stage).get(selected ?? '')).toEqual(box)
  })

  it('keeps the variable or style of a color if all its layers had the same, with the inherited mode', async () => {
    let ids = { brand: '', other: '', sky: '' }
    const { stage } = await suite.open((b) => {
      const theme = b.collection('Theme', ['Light', 'Dark'])
      ids = {
        brand: b.variable(theme, 'brand', { values: { Light: '#aa0000', Dark: '#ff8888' } }),
        other: b.variable(theme, 'other', { values: { Light: '#00aa00', Dark: '#88ff88' } }),
        sky: b.paintStyle('sky', '#0088ff'),
      }
      const card = b.frame({ width: 200, height: 200, variableModes: { [theme]: b.modeId(theme, 'Dark') } })
      const icon = b.frame({ in: card, width: 100, height: 100, fill: [] })
      const dot = (at: number, fill: string | ReturnType<typeof b.boundTo>) =>
        b.ellipse({
          in: icon,
          x: 20 * at,
          width: 15,
          height: 15,
          fill: typeof fill === 'string' ? fill : [fill],
        })
      dot(0, b.boundTo(ids.brand))
      dot(1, b.boundTo(ids.brand))
      dot(2, b.boundTo(ids.other))
      dot(3, '#88ff88')
      b.document.update(dot(4, '#0088ff'), { fillStyleId: ids.sky })
      return icon
    })
    const exported = await exportLayer(stage, stage.editor.snapshot().selection[0] ?? '')
    expect(exported).toMatchObject({ ambiguous: 1 })
    expect(exported.bindings.map(({ color, to }) => [color, to.id])).toEqual([
      ['#ff8888', ids.brand],
      ['#0088ff', ids.sky],
    ])
    const [cleaned] = (await cleanSelection(stage)).values()
    expect(cleaned?.binding).toEqual({ bound: 2, of: 2, failed: [] })
    const inside = stage.editor.contents().nodes.filter(({ parent }) => parent === cleaned?.nodeId)
    expect(
      inside.map(({ fills: [paint], fillStyleId }) =>
        fillStyleId !== ''
          ? fillStyleId
          : paint && 'boundVariables' in paint
            ? paint.boundVariables?.color?.id
            : paint?.type,
      ),
    ).toEqual(expect.arrayContaining([ids.brand, ids.sky, 'SOLID']))
  })
})
