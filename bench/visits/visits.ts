import { type CodeStage, openCode } from '../../test/support/code-stage'
import type { Figure, Row } from '../figure'
import { timesOfEqualTurns, watchSandbox } from '../insert/watch'

const FRAMES = 200
const LAYERS_EACH = 99
const LAYERS = FRAMES * (LAYERS_EACH + 1)

/** Number of actions in an hour of work. */
const HOUR = { selections: 240, moves: 120, fills: 60, additions: 30, deletions: 30 }

/** Maximum number of reads per changed or selected layer, including its ancestors. */
const READS_PER_ACTION = 60
/** Maximum number of reads per layer to find its colors. */
const READS_PER_LAYER = 10
/** Limit for the median slice without a pause, in ms. A test checks every slice by the sandbox's own clock. */
const SLICE = 8

/** Opens a page with 20,000 layers. Returns the ids of its frames and of the layers in them. */
async function openPage() {
  const frames: string[] = []
  const layers: string[] = []
  const stage = await openCode(undefined, {
    build(b) {
      for (let i = 0; i < FRAMES; i += 1) {
        const frame = b.frame({ x: (i % 20) * 500, y: Math.floor(i / 20) * 500, width: 400, height: 400 })
        frames.push(frame)
        for (let k = 0; k < LAYERS_EACH; k += 1) layers.push(b.rectangle({ in: frame, x: k * 3, y: k * 3 }))
      }
    },
  })
  return { stage, frames, layers }
}

const readsOf = ({ editor }: CodeStage): number =>
  [...editor.nodeReads().values()].reduce((sum, count) => sum + count, 0)

/** Simulates an hour of work in the editor. */
async function work({ stage, frames, layers }: Awaited<ReturnType<typeof openPage>>): Promise<void> {
  const { editor } = stage
  const steps = Object.entries(HOUR).flatMap(([what, times]) =>
    Array.from({ length: times }, (_, i) => ({ what, at: i / times, i })),
  )
  for (const { what, i } of steps.sort((a, b) => a.at - b.at)) {
    const layer = layers[(i * 83 + 7) % layers.length] ?? ''
    if (what === 'selections') editor.select([layer])
    else
      editor.editAsAnother((b) => {
        if (what === 'additions') b.rectangle({ in: frames[i % FRAMES] ?? '', fill: '#123456' })
        else if (what === 'deletions') b.document.remove(layers.pop() ?? '')
        else if (what === 'moves') b.document.update(layer, { name: `moved ${i}` })
        else b.document.update(layer, { fills: b.document.need(frames[0] ?? '').fills })
      })
    await editor.idle()
  }
}

/** Measures how much of a large page the sandbox reads during an hour of work. Needs `npm run build`. */
export async function visits(): Promise<Figure> {
  const take = watchSandbox()
  const page = await openPage()
  const { stage } = page
  const { panel } = stage
  const read = async () => {
    const reply = await panel.request('colors.read', {}, { timeout: 600_000 })
    if (!reply.ok) throw new Error(`the colors were not read: ${reply.error.message}`)
  }
  const changes = HOUR.fills + HOUR.additions
  const rows: Row[] = []
  async function measure(what: string, most: number, act: () => Promise<void>): Promise<void> {
    take()
    const before = readsOf(stage)
    await act()
    const { longest, median } = take()
    const reads = readsOf(stage) - before
    rows.push({
      cells: { what, reads, most: `≤ ${most}`, median, longest },
      met: reads <= most && median <= SLICE,
    })
  }

  await measure('the hour, colors never shown', HOUR.selections * READS_PER_ACTION, () => work(page))
  await measure('colors shown for the first time', LAYERS * READS_PER_LAYER, async () => {
    panel.emit('colors.watch', { isShown: true })
    await read()
  })
  panel.emit('colors.watch', { isShown: false })
  await measure('the hour, colors shown once before', HOUR.selections * READS_PER_ACTION, () => work(page))
  panel.on('colors.changed', () => void read())
  panel.emit('colors.watch', { isShown: true })
  await measure(
    'the hour, colors shown all the time',
    (HOUR.selections + changes) * 2 * READS_PER_ACTION,
    async () => {
      await work(page)
      await read()
    },
  )
  stage.close()
  rows.push({ cells: { what: 'a loop that always does the same', ...timesOfEqualTurns() }, met: null })
  return {
    name: 'visits',
    title: `Reading a page of ${LAYERS} layers over an hour of work: ${HOUR.selections} selections, ${HOUR.moves + HOUR.fills} edits, ${HOUR.additions} new layers, ${HOUR.deletions} deleted; stretches without a yield, in processor time`,
    columns: [
      { key: 'what', heading: 'what' },
      { key: 'reads', heading: 'properties read' },
      { key: 'most', heading: 'bar' },
      { key: 'median', heading: `median, ms (≤ ${SLICE})`, digits: 1 },
      { key: 'longest', heading: 'longest, ms', digits: 1 },
    ],
    rows,
  }
}
