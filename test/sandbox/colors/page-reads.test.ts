import { describe, expect, it } from 'vitest'
import type { CodeStage } from '../../support/code-stage'
import { change, readColors, stages } from './stage'

const open = stages()

/** Builds frames with layers, one of which has a color of a library. */
const busyPage = () =>
  open((b) => {
    const library = b.collection('Library', ['Day'], 'Design system')
    const use = (name: string) => b.variable(library, name, { values: { Day: '#0000ff' } })
    const [first, second] = [use('first'), use('second')]
    const frames = [0, 1, 2].map((i) => b.frame({ x: i * 500, name: `frame ${i}` }))
    const layers = frames.flatMap((frame) =>
      Array.from({ length: 20 }, (_, i) => b.rectangle({ in: frame, x: i })),
    )
    b.rectangle({ in: frames[0] ?? '', name: 'blue', fill: [b.boundTo(first)] })
    return { frames, layers, second }
  })

/** Returns how often the plugin reads each node while something happens. */
async function readsOf({ editor, panel }: CodeStage, happen: () => unknown): Promise<Map<string, number>> {
  const before = editor.nodeReads()
  await happen()
  await editor.idle()
  // The sandbox's earlier messages arrive before the reply to this.
  await panel.request('run.read', {})
  const reads = [...editor.nodeReads()].map(([id, count]) => [id, count - (before.get(id) ?? 0)] as const)
  return new Map(reads.filter(([, count]) => count > 0))
}

const names = async ({ stage }: { readonly stage: CodeStage }) =>
  (await readColors(stage)).colors.map(({ name }) => name)

describe('the page', () => {
  it('is not read while its colors are not shown, whatever is selected or changed', async () => {
    const { stage, ids } = await busyPage()
    stage.panel.emit('colors.watch', { isShown: true })
    await readColors(stage)
    stage.panel.emit('colors.watch', { isShown: false })
    const reads = await readsOf(stage, async () => {
      for (const id of [ids.layers[3], ids.layers[30], ids.frames[1]]) {
        stage.editor.select([id ?? ''])
        await stage.editor.idle()
        change(stage, (b) => b.rectangle({ in: ids.frames[2] ?? '', fill: '#ff0000' }))
      }
    })
    const selected = [ids.layers[3], ids.layers[30], ids.frames[1], ids.frames[0], '0:1']
    expect([...reads.keys()].filter((id) => !selected.includes(id))).toEqual([])
  })

  it('is not read again for another selection while the colors are shown', async () => {
    const { stage, ids } = await busyPage()
    stage.panel.emit('colors.watch', { isShown: true })
    await readColors(stage)
    const reads = await readsOf(stage, async () => {
      for (const id of ids.layers.slice(0, 12)) {
        stage.editor.select([id])
        await stage.editor.idle()
      }
      await readColors(stage)
    })
    const known = new Set([...ids.layers.slice(0, 12), ids.frames[0], '0:1'])
    expect([...reads.keys()].filter((id) => !known.has(id))).toEqual([])
  })

  it('is read only where it was changed', async () => {
    const { stage, ids } = await busyPage()
    stage.panel.emit('colors.watch', { isShown: true })
    expect(await names({ stage })).toEqual(['first'])
    const told = new Promise<void>((resolve) => stage.panel.on('colors.changed', () => resolve()))
    change(stage, (b) => {
      b.document.update(ids.layers[40] ?? '', { fills: [b.boundTo(ids.second)] })
      b.document.update(ids.layers[41] ?? '', { name: 'renamed' })
    })
    await told
    let found: string[] = []
    const reads = await readsOf(stage, async () => {
      found = await names({ stage })
    })
    expect(found).toEqual(['first', 'second'])
    expect([...reads.keys()].filter((id) => id !== '0:1')).toEqual([ids.layers[40]])
  })

  it('is no longer read once its colors are not shown anymore', async () => {
    const { stage } = await open((b) => {
      for (let i = 0; i < 3000; i += 1) b.rectangle({ x: i })
    })
    stage.panel.emit('colors.watch', { isShown: true })
    const reading = stage.panel.request('colors.read', {})
    stage.panel.emit('colors.watch', { isShown: false })
    expect(await reading).toMatchObject({ ok: false, error: { code: 'stopped' } })
    expect(stage.editor.nodeReads().size).toBeLessThan(3000)
  })
})
