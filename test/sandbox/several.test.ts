import type { DocumentBuilder } from 'figma-host/document'
import { describe, expect, it } from 'vitest'
import type { Insertion, Picture } from '../../src/protocol/contract'
import { boxOf, found, insertAll, insertSuite, isInView, SVG } from '../support/insert-case'
import { insertionOf, pictureOf } from '../support/picture'

const { open } = insertSuite()

const pictures = (count: number, more: Partial<Picture> = {}): Picture[] =>
  Array.from(Array(count), (_, i) => pictureOf(SVG, { name: `fox ${i + 1}`, ...more }))

/** Builds a document, selects what `build` returns, and inserts pictures. */
async function insertSeveral(
  count: number,
  build: (b: DocumentBuilder) => string | undefined,
  more: Partial<Pick<Insertion, 'place'>> = {},
) {
  const { stage, toasts, selected } = await open(build)
  const before = stage.editor.contents()
  const inserted = await insertAll(stage, pictures(count), more)
  const ids = inserted.map(({ nodeId }) => nodeId)
  const parents = ids.map((id) => found(stage, id).parent?.id ?? null)
  return { stage, toasts, selected, before, inserted, ids, parents, boxes: ids.map((id) => boxOf(stage, id)) }
}

describe('several pictures', () => {
  it('are a row in the middle of the view, 80 px apart, selected, in one undo step', async () => {
    const { stage, ids, boxes, before, inserted } = await insertSeveral(4, () => undefined)
    expect(boxes).toEqual([-920, -440, 40, 520].map((x) => [x, -100, 400, 200]))
    const { selection, layers } = stage.editor.snapshot()
    expect(selection).toEqual(ids)
    expect(layers.map(({ name }) => name)).toEqual(['fox 1', 'fox 2', 'fox 3', 'fox 4'])
    expect(inserted.map(({ layers, note }) => [layers, note])).toEqual(Array(4).fill([2, null]))
    stage.editor.undo()
    expect(stage.editor.contents()).toEqual(before)
  })

  it('start another row after the fourth, below the tallest', async () => {
    const { stage } = await open(() => undefined)
    const [a, b, c, d, e] = pictures(5)
    const tall = pictureOf(SVG.replace('width="400" height="200"', 'width="200" height="300"'))
    const all = [a, tall, c, d, e].flatMap((one) => one ?? [])
    expect(b).toBeDefined()
    const ids = (await insertAll(stage, all)).map(({ nodeId }) => nodeId)
    const boxes = ids.map((id) => boxOf(stage, id))
    expect(boxes.map(([x]) => x - (boxes[0]?.[0] ?? 0))).toEqual([0, 480, 760, 1240, 0])
    expect(boxes.map(([, y]) => y - (boxes[0]?.[1] ?? 0))).toEqual([0, 0, 0, 0, 380])
  })

  it('go beside a selected layer as a block, in order, directly in front of it', async () => {
    const { stage, boxes, ids } = await insertSeveral(2, (b) => {
      const layer = b.rectangle({ x: 0, y: 0, width: 100, height: 100 })
      b.rectangle({ x: 700, y: -900 })
      return layer
    })
    expect(boxes).toEqual([
      [140, 0, 400, 200],
      [620, 0, 400, 200],
    ])
    expect(stage.editor.snapshot().layers.map(({ id }) => ids.indexOf(id))).toEqual([-1, 0, 1, -1])
  })

  it('are appended to a list in order', async () => {
    const { selected, boxes, parents } = await insertSeveral(3, (b) =>
      b.frame({
        layout: {
          ...{ layoutMode: 'VERTICAL', itemSpacing: 10, paddingLeft: 20, paddingTop: 20 },
          ...{ primaryAxisSizingMode: 'AUTO', counterAxisSizingMode: 'AUTO' },
        },
      }),
    )
    expect(parents).toEqual(Array(3).fill(selected))
    expect(boxes).toEqual([20, 230, 440].map((y) => [20, y, 400, 200]))
  })

  it('all go beside a list that has no space for the last of them', async () => {
    const layout = {
      layoutMode: 'VERTICAL',
      primaryAxisSizingMode: 'FIXED',
      counterAxisSizingMode: 'FIXED',
    } as const
    const { parents, toasts } = await insertSeveral(3, (b) => b.frame({ width: 400, height: 400, layout }))
    expect(parents).toEqual([null, null, null])
    expect(toasts).toEqual(['There was no space for the images, so they are in the nearest free place.'])
  })

  it('share the cells of a grid, which grows by rows', async () => {
    const layout = {
      layoutMode: 'GRID',
      gridRowCount: 1,
      gridColumnCount: 2,
      primaryAxisSizingMode: 'FIXED',
      counterAxisSizingMode: 'FIXED',
    } as const
    const { boxes } = await insertSeveral(4, (b) => b.frame({ width: 800, height: 200, layout }))
    expect(boxes.map(([, , width, height]) => [width, height])).toEqual(Array(4).fill([200, 100]))
  })

  it('are a centered grid in a selected frame, as large as possible without being enlarged', async () => {
    const large = await insertSeveral(4, (b) => b.frame({ x: 500, width: 3000, height: 1000 }))
    expect(large.parents).toEqual(Array(4).fill(large.selected))
    expect(large.boxes).toEqual([580, 1060, 1540, 2020].map((x) => [x, 400, 400, 200]))
    const small = await insertSeveral(4, (b) => b.frame({ width: 680, height: 500 }))
    expect(small.parents).toEqual(Array(4).fill(small.selected))
    expect(small.boxes).toEqual([
      [0, 60, 300, 150],
      [380, 60, 300, 150],
      [0, 290, 300, 150],
      [380, 290, 300, 150],
    ])
  })

  it('cover nothing in a frame but its background; otherwise they go beside it, unless told to go inside', async () => {
    const build = (covered: number) => (b: DocumentBuilder) => {
      const frame = b.frame({ width: 1000, height: 800 })
      b.rectangle({ in: frame, width: 1000, height: 800 })
      b.rectangle({ in: frame, x: 0, y: 0, width: covered, height: 300 })
      return frame
    }
    const free = await insertSeveral(2, build(900))
    expect(free.parents).toEqual([free.selected, free.selected])
    expect(free.boxes.map(([, y]) => y)).toEqual([340, 340])
    const full = (b: DocumentBuilder) => {
      const frame = b.frame({ width: 1000, height: 800 })
      b.rectangle({ in: frame, x: 400, y: 350 })
      return frame
    }
    const beside = await insertSeveral(4, full)
    expect(beside.parents).toEqual([null, null, null, null])
    expect(beside.toasts).toHaveLength(1)
    const inside = await insertSeveral(4, full, { place: 'inside' })
    expect(inside.parents).toEqual(Array(4).fill(inside.selected))
    expect(inside.toasts).toEqual([])
  })

  it('go beside a frame in which they would be less than a quarter of their size', async () => {
    const { parents, boxes } = await insertSeveral(4, (b) => b.frame({ width: 200, height: 200 }))
    expect(parents).toEqual([null, null, null, null])
    expect(boxes[0]).toEqual([240, 0, 400, 200])
  })

  it('are all in view, if less than half of one would be', async () => {
    const { stage, ids } = await insertSeveral(8, () => undefined)
    expect(ids.map((id) => isInView(stage, id))).toEqual(Array(8).fill(true))
  })

  it('share their progress; if stopped, or if one is invalid, none is left', async () => {
    const { stage } = await open((b) => b.rectangle({}))
    const before = stage.editor.contents()
    const told: unknown[] = []
    const off = stage.panel.on('picture.progress', (progress) => told.push(progress))
    await insertAll(stage, [pictureOf('', { parts: [SVG, SVG] }), pictureOf(SVG)])
    expect(told).toEqual([1, 2, 3].map((done) => ({ done, total: 3 })))
    off()
    stage.editor.undo()
    const bad = insertionOf([pictureOf(SVG), pictureOf('nonsense'), pictureOf(SVG)])
    const refused = await stage.panel.request('picture.insert', bad)
    expect(refused).toMatchObject({ ok: false, error: { code: 'import-refused' } })
    expect(stage.editor.contents()).toEqual(before)
    const stop = stage.panel.on('picture.progress', ({ done }) => {
      if (done === 2) void stage.panel.request('picture.stop', {})
    })
    const stopped = await stage.panel.request('picture.insert', insertionOf(pictures(4)))
    stop()
    expect(stopped).toMatchObject({ ok: false, error: { code: 'stopped' } })
    expect(stage.editor.contents()).toEqual(before)
  })

  it('that are dropped are a block around the pointer, in one step, and each is reported with its job', async () => {
    const { stage } = await open((b) => {
      b.frame({ name: 'card', x: 2000, y: 0, width: 1000, height: 1000 })
      return undefined
    })
    const before = stage.editor.contents()
    const told: { job: string | null; nodeId: string }[] = []
    stage.panel.on('picture.dropped', (dropped) => told.push(...dropped.pictures))
    const drop = (x: number, y: number) =>
      stage.editor.drop({
        ...{ x, y, items: [{ type: 'image/svg+xml', data: SVG }] },
        dropMetadata: { inkwright: pictures(2).map((picture, i) => ({ job: `job-${i}`, picture })) },
      })
    expect(await drop(-3000, -3000)).toBe(true)
    await expect.poll(() => told.map(({ job }) => job)).toEqual(['job-0', 'job-1'])
    expect(told.map(({ nodeId }) => boxOf(stage, nodeId))).toEqual([
      [-3440, -3100, 400, 200],
      [-2960, -3100, 400, 200],
    ])
    stage.editor.undo()
    expect(stage.editor.contents()).toEqual(before)
    // At the edge of a frame that clips, all of them are inside.
    told.splice(0)
    expect(await drop(2990, 990)).toBe(true)
    await expect.poll(() => told.length).toBe(2)
    expect(told.map(({ nodeId }) => boxOf(stage, nodeId))).toEqual([
      [120, 800, 400, 200],
      [600, 800, 400, 200],
    ])
    expect(stage.editor.snapshot().selection).toEqual(told.map(({ nodeId }) => nodeId))
  })
})
