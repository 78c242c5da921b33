import type { DocumentBuilder } from 'figma-host/document'
import { describe, expect, it } from 'vitest'
import { found, insert, insertSuite, nodeOf, SVG } from '../support/insert-case'
import { pictureOf } from '../support/picture'
import { replaceIn } from '../support/replacement'

const suite = insertSuite()
const { open } = suite

describe('a layer that cannot be replaced is kept, and the picture goes beside it and says why:', () => {
  it.each<[name: string, build: (b: DocumentBuilder) => string, word: string]>([
    [
      'a layer in an instance',
      (b) => {
        const component = b.component({ x: -900, width: 300, height: 300 })
        b.rectangle({ in: component })
        return b.document.need(b.instance(component, { x: 0 })).children[0] ?? ''
      },
      'Instances',
    ],
    ['a locked layer', (b) => b.rectangle({ locked: true }), 'locked'],
    ['a component', (b) => b.component({ width: 600, height: 600 }), 'cannot be replaced'],
    ['a section', (b) => b.section({ width: 600, height: 600 }), 'cannot be replaced'],
    [
      'the mask of a mask group',
      (b) => {
        const mask = b.ellipse({ isMask: true })
        b.group([mask, b.rectangle({ width: 300, height: 300 })])
        return mask
      },
      'mask cannot be replaced',
    ],
    ['a slot', (b) => b.slot({ width: 300, height: 300 }), 'cannot be replaced'],
    ['a layer of a type that no version knows', (b) => b.madeUp('layer', {}), 'cannot be replaced'],
  ])('%s', async (_name, build, word) => {
    const { toasts, before, stage, frame, parent, old } = await replaceIn(suite, build)
    expect(toasts).toHaveLength(1)
    expect(toasts[0]).toContain(word)
    expect(parent).toBeNull()
    const [page] = before.nodes.filter(({ type }) => type === 'PAGE')
    const now = stage.editor.contents().nodes
    for (const node of before.nodes.filter(({ id }) => id !== page?.id)) expect(now).toContainEqual(node)
    const box = old.frame.absoluteBoundingBox
    expect(frame.absoluteBoundingBox?.x).toBeGreaterThanOrEqual((box?.x ?? 0) + (box?.width ?? 0))
  })

  it('a deleted layer', async () => {
    const { stage, toasts } = await open(() => undefined)
    const { nodeId } = await insert(stage, pictureOf(SVG), { replace: '9:999' })
    expect(toasts[0]).toContain('gone')
    expect(found(stage, nodeId).parent).toBeNull()
  })

  it('a layer of another page', async () => {
    const { stage, toasts } = await open((b) => {
      b.rectangle({ in: b.page('Other'), name: 'far' })
      return undefined
    })
    const far = stage.editor.contents().nodes.find(({ name }) => name === 'far')
    const { nodeId } = await insert(stage, pictureOf(SVG), { replace: far?.id ?? '' })
    expect(toasts[0]).toContain('gone')
    expect(stage.editor.snapshot().layers).toMatchObject([{ id: nodeId }])
    expect(nodeOf(stage, far?.id ?? '')).toEqual(far)
  })
})
