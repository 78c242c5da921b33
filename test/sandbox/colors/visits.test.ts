import fc from 'fast-check'
import { DocumentBuilder, DocumentModel, solidOf } from 'figma-host/document'
import { describe, expect, it } from 'vitest'
import { openCode } from '../../support/code-stage'

type Act = (b: DocumentBuilder) => void

const [RED, GREEN, BLUE, YELLOW] = ['#ff0000', '#00ff00', '#0000ff', '#ffff00'] as const
const hex = fc.constantFrom(RED, GREEN, BLUE, YELLOW)

/** Opens a document in which visits pause after every few layers. Another user makes the next edit at each pause. */
async function openBusy(build: Act, edits: readonly Act[]) {
  let time = 0
  let isBusy = false
  const waiting = [...edits]
  const stage = await openCode(undefined, {
    build,
    now: () => {
      time += 3
      return time
    },
    clock: {
      setTimeout: (run, delay) =>
        delay > 0
          ? setTimeout(run, delay)
          : setImmediate(() => {
              const edit = isBusy && waiting.shift()
              if (edit) stage.editor.editAsAnother(edit)
              run()
            }),
      clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout),
    },
  })
  isBusy = true
  return { stage, left: () => waiting.length }
}

const TO_GREEN = { changes: [{ color: RED, to: { kind: 'hex' as const, hex: GREEN } }] }
const EXCHANGE = {
  changes: [
    { color: RED, to: { kind: 'hex' as const, hex: GREEN } },
    { color: GREEN, to: { kind: 'hex' as const, hex: RED } },
  ],
}

describe('layers that are deleted during a visit', () => {
  const build: Act = (b) => {
    const frame = b.frame({ fill: [] })
    for (let i = 0; i < 60; i += 1) b.rectangle({ in: frame, fill: RED })
    b.select(frame)
  }
  const deleteHalf: Act = (b) => {
    const [frame = ''] = b.document.selection()
    for (const id of b.document.need(frame).children.slice(30)) b.document.remove(id)
  }

  it('are skipped and counted, and the others are recolored in one undo step', async () => {
    const { stage } = await openBusy(build, [deleteHalf])
    const reply = await stage.panel.request('canvas.recolor', TO_GREEN)
    expect(reply).toMatchObject({ ok: true, value: { layers: 30, skipped: 30, isPartial: false } })
    expect(stage.editor.undo()).toBe(true)
    expect(stage.editor.undo()).toBe(false)
    stage.close()
  })
})

it('colors of the file that are deleted while they are read are omitted, and the others returned', async () => {
  const ids: string[] = []
  const { stage, left } = await openBusy(
    (b) => {
      const fox = b.collection('Fox')
      for (let i = 0; i < 40; i += 1) ids.push(b.variable(fox, `fur ${i}`, { values: { 'Mode 1': RED } }))
    },
    [
      (b) => {
        for (const id of ids.slice(20)) b.document.removeAsset(id)
      },
    ],
  )
  const reply = await stage.panel.request('colors.read', {})
  expect(reply.ok && reply.value.colors).toHaveLength(20)
  expect(left()).toBe(0)
  stage.close()
})

it('switching to another page in the meantime does not change what is recolored', async () => {
  const { stage } = await openBusy(
    (b) => {
      const frame = b.frame({ name: 'here', fill: [] })
      for (let i = 0; i < 20; i += 1) b.rectangle({ in: frame, fill: RED })
      b.select(frame)
    },
    [
      (b) => {
        b.document.currentPage = b.page('Other')
        b.select(b.rectangle({ name: 'there', fill: RED }))
      },
    ],
  )
  const reply = await stage.panel.request('canvas.recolor', TO_GREEN)
  expect(reply).toMatchObject({ ok: true, value: { layers: 20, skipped: 0 } })
  const there = stage.editor.contents().nodes.find(({ name }) => name === 'there')
  expect(there?.fills).toMatchObject([{ color: { r: 1, g: 0, b: 0 } }])
  stage.close()
})

/** Layers in order, in earlier containers, and the edits of them, by index. */
const documents = fc.array(fc.record({ isFrame: fc.boolean(), fill: hex, in: fc.nat(30) }), {
  minLength: 4,
  maxLength: 30,
})
// Each layer at most once, because one that keeps moving ahead of a visit is never reached.
const edits = fc.uniqueArray(
  fc.record({
    layer: fc.nat(29),
    what: fc.constantFrom('delete', 'move', 'paint', 'add'),
    fill: hex,
    to: fc.nat(29),
  }),
  { selector: ({ layer }) => layer, maxLength: 12 },
)

it('whatever others do at every pause, existing layers are recolored, and one undo reverts only that', async () => {
  await fc.assert(
    fc.asyncProperty(documents, edits, async (layers, changes) => {
      const ids: string[] = []
      const build: Act = (b) => {
        ids.length = 0
        const root = b.frame({ fill: [] })
        const holders = [root]
        for (const { isFrame, fill, in: at } of layers) {
          const fields = { in: holders[at % holders.length] ?? root, fill }
          const id = isFrame ? b.frame(fields) : b.rectangle(fields)
          if (isFrame) holders.push(id)
          ids.push(id)
        }
        b.select(root)
      }
      /** Layers that others have painted, or moved twice, which may happen after their turn, or ahead of the visit. */
      const painted = new Set<string>()
      const moved = new Set<string>()
      const acts = changes.map(
        ({ layer, what, fill, to }): Act =>
          (b) => {
            const { document } = b
            const [id, target] = [ids[layer % ids.length] ?? '', ids[to % ids.length] ?? '']
            if (!document.get(id)) return
            if (what === 'delete') return document.remove(id)
            if (what === 'paint') {
              painted.add(id)
              return document.update(id, { fills: [solidOf(fill)] })
            }
            const inside = [id, ...document.descendants(id).map((one) => one.id)]
            if (document.get(target)?.type !== 'FRAME' || inside.includes(target)) return
            if (what === 'add') return void b.rectangle({ in: target, fill })
            for (const one of inside) (moved.has(one) ? painted : moved).add(one)
            document.move(id, target)
          },
      )
      const { stage, left } = await openBusy(build, acts)
      for (const ask of ['canvas.palette', 'colors.read', 'canvas.recolor'] as const) {
        const reply =
          ask === 'canvas.recolor'
            ? await stage.panel.request(ask, TO_GREEN)
            : await stage.panel.request(ask, {})
        expect(reply).toMatchObject({ ok: true })
      }
      // The same without the plugin. Ids are sequential.
      const alone = new DocumentModel()
      const builder = new DocumentBuilder(alone)
      painted.clear()
      build(builder)
      for (const act of acts.slice(0, acts.length - left())) act(builder)
      const [root = ''] = alone.selection()
      const isRed = (id: string) =>
        JSON.stringify(stage.editor.contents().nodes.find((one) => one.id === id)?.fills[0]).includes(
          '"r":1,"g":0,"b":0',
        )
      const kept = alone.descendants(root).filter(({ id }) => !painted.has(id))
      expect(kept.filter(({ id }) => isRed(id))).toEqual([])
      stage.editor.undo()
      expect(stage.editor.contents().nodes).toEqual(alone.contents().nodes)
      expect(stage.editor.undo()).toBe(false)
      expect(stage.faults).toEqual([])
      stage.close()
    }),
    { numRuns: 20 },
  )
}, 120_000)

it('two swapped colors stay swapped if a layer is moved to a part that is still to be visited', async () => {
  let ids: string[] = []
  const { stage } = await openBusy(
    (b) => {
      const root = b.frame({ fill: [] })
      ids = Array.from({ length: 20 }, () => b.rectangle({ in: root, fill: RED }))
      ids.push(b.frame({ in: root, fill: [] }))
      b.select(root)
    },
    [(b) => b.document.move(ids[0] ?? '', ids[20] ?? '')],
  )
  expect(await stage.panel.request('canvas.recolor', EXCHANGE)).toMatchObject({
    ok: true,
    value: { layers: 20 },
  })
  const moved = stage.editor.contents().nodes.find(({ id }) => id === ids[0])
  expect(moved?.fills).toMatchObject([{ color: { r: 0, g: 1, b: 0 } }])
  stage.close()
})
