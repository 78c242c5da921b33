import { describe, expect, it } from 'vitest'
import type { Picture } from '../../src/protocol/contract'
import type { CodeStage } from '../support/code-stage'
import { insert, insertSuite, nodeOf } from '../support/insert-case'
import { insertionOf, pictureOf } from '../support/picture'

const { open } = insertSuite()

const ROOT = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200">'
const stripe = (i: number) => `<path id="Stripe ${i}" d="M0 ${i}H400V${i + 1}H0Z" fill="#0000${10 + i}"/>`
const PARTS = [0, 1, 2, 3, 4, 5].map((part) => `${ROOT}${stripe(2 * part)}${stripe(2 * part + 1)}</svg>`)

const large = (more: Partial<Picture> = {}) => pictureOf('', { parts: PARTS, ...more })

const openBlank = () => open(() => undefined)

/** Calls back once, when the first part is on the canvas. */
function onFirstPart({ panel }: CodeStage, act: () => void): void {
  const off = panel.on('picture.progress', () => {
    off()
    act()
  })
}

/** Opens a document with a selected layer. */
const openWithLayer = () => open((b) => b.rectangle({ name: 'old', width: 400, height: 200 }))

describe('a large picture, imported in parts,', () => {
  it('is one frame with its layers in order and in their places, one undo step, and reports progress', async () => {
    const { stage } = await openBlank()
    const before = stage.editor.contents()
    const told: unknown[] = []
    stage.panel.on('picture.progress', (progress) => told.push(progress))
    const { nodeId, layers } = await insert(stage, large())
    expect(layers).toBe(12)
    expect(told).toEqual([1, 2, 3, 4, 5, 6].map((done) => ({ done, total: 6 })))
    expect(stage.editor.snapshot().layers).toMatchObject([{ id: nodeId, visible: true }])
    const parts = nodeOf(stage, nodeId).children.map((id) => nodeOf(stage, id))
    expect(parts.map(({ name, transform }) => [name, transform[1][2]])).toEqual(
      Array.from(Array(12), (_, i) => [`Stripe ${i}`, i]),
    )
    const after = stage.editor.contents()
    stage.editor.undo()
    expect(stage.editor.contents()).toEqual(before)
    stage.editor.redo()
    expect(stage.editor.contents()).toEqual(after)
  })

  it('is hidden until it is in place', async () => {
    const { stage } = await openBlank()
    const seen: unknown[] = []
    stage.panel.on('picture.progress', ({ done }) => {
      if (done < 6) seen.push(stage.editor.snapshot().layers.map(({ visible }) => visible))
    })
    await insert(stage, large())
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.flat()).not.toContain(true)
  })

  it('that is stopped leaves nothing behind, and keeps the layer to replace', async () => {
    for (const replaces of [false, true]) {
      const { stage, selected } = await openWithLayer()
      const before = stage.editor.contents()
      onFirstPart(stage, () => void stage.panel.request('picture.stop', {}))
      const reply = await stage.panel.request(
        'picture.insert',
        insertionOf(large(), { replace: replaces ? selected : null }),
      )
      expect(reply).toMatchObject({ ok: false, error: { code: 'stopped' } })
      expect(stage.editor.contents()).toEqual(before)
      expect(stage.editor.snapshot().selection).toEqual([selected])
      // The next one is not stopped, and is one step.
      expect((await insert(stage, large())).layers).toBe(12)
      stage.editor.undo()
      expect(stage.editor.contents()).toEqual(before)
    }
  })

  it.each<[name: string, more: Partial<Picture>]>([
    ['in the midst', { parts: [...PARTS.slice(0, 3), 'nonsense', ...PARTS.slice(3)] }],
    ['with the last part', { parts: [...PARTS, `${ROOT.replace(/ width.*/, '>')}${stripe(1)}</svg>`] }],
    // The background, which should become the frame's fill, is a group.
    [
      'after the last part',
      { parts: [`${ROOT}<g id="a">${stripe(0)}</g></svg>`, ...PARTS], frameFill: true },
    ],
  ])('that fails %s leaves nothing behind, and keeps the layer to replace', async (_name, more) => {
    const { stage, selected } = await openWithLayer()
    const before = stage.editor.contents()
    for (const replace of [null, selected]) {
      const reply = await stage.panel.request('picture.insert', insertionOf(large(more), { replace }))
      expect(reply).toMatchObject({ ok: false, error: { code: 'import-refused' } })
      expect(stage.editor.contents()).toEqual(before)
      expect(stage.editor.snapshot().selection).toEqual([selected])
    }
  })

  it('leaves nothing behind if the plugin is closed in the meantime', async () => {
    const { stage } = await openWithLayer()
    const before = stage.editor.contents()
    const closed = new Promise<void>((resolve) => {
      onFirstPart(stage, () => {
        stage.editor.stop()
        resolve()
      })
    })
    void stage.panel.request('picture.insert', insertionOf(large()))
    await closed
    expect(stage.editor.contents()).toEqual(before)
  })

  it('waits for the previous one', async () => {
    const { stage } = await openBlank()
    const pictures = ['first', 'second'].map((name) => insert(stage, large({ name })))
    await Promise.all(pictures)
    const { layers } = stage.editor.snapshot()
    expect(layers.map(({ name, children }) => [name, children.length])).toEqual([
      ['first', 12],
      ['second', 12],
    ])
    stage.editor.undo()
    expect(stage.editor.snapshot().layers.map(({ name }) => name)).toEqual(['first'])
  })
})
