import { effect } from '@preact/signals'
import type { Job } from '../jobs/job'
import type { Run } from '../protocol/contract'
import type { Clock } from '../segmind/http'
import * as words from '../words'
import type { Sandbox } from './platform/sandbox'
import type { CanvasStore } from './stores/canvas'
import type { SettingsStore } from './stores/settings'
import type { StudioStore } from './stores/studio'

interface QuickRunOptions {
  readonly sandbox: Sandbox
  readonly settings: SettingsStore
  readonly studio: StudioStore
  readonly canvas: CanvasStore
  readonly clock: Clock
  readonly parameters: NonNullable<Run['parameters']>
}

/**
 * Draws what was typed into quick actions, unseen: says each station on the canvas, inserts the picture and ends the plugin. The
 * panel shows itself where something is in the way: there is what to do.
 */
export async function runQuickly({ sandbox, settings, studio, canvas, clock, parameters }: QuickRunOptions) {
  const release = canvas.takeOver()
  const say = (text: string, { isError = false, stays = false } = {}) =>
    sandbox.request('toast', { text: words.short(text), isError, stays })
  const showPanel = async (text: string) => {
    release()
    await say(text, { isError: true })
    await sandbox.request('panel.show', {})
  }
  studio.reuse(parameters)
  const obstacle = settings.status.value === 'ready' ? studio.obstacle.value : 'no-journal'
  if (obstacle) return showPanel(words.obstacle(obstacle))
  const known = new Set(studio.jobs.value.map(({ id }) => id))
  let said = ''
  let isOver = false
  const stop = effect(() => {
    const job = studio.jobs.value.find(({ id }) => !known.has(id))
    if (!job || isOver) return
    // Late, it may take an hour: not unseen.
    if (job.activity === null || job.error) {
      isOver = true
      queueMicrotask(() => stop())
      void finish(job)
      return
    }
    const station = words.quick.station(words.activity(job, clock.now(), studio.expected.value), job.request)
    if (station !== said) void say(station, { stays: true })
    said = station
  })
  await studio.generate()

  async function finish(job: Job): Promise<void> {
    if (!job.hasPicture) return showPanel(words.jobNotice(job)?.title ?? words.unexpected.title)
    await say(words.quick.station(words.result.inserting, job.request), { stays: true })
    await canvas.insert(job)
    const insertion = canvas.insertionOf(job.id)
    if (insertion.state !== 'done') return showPanel(words.quick.notInserted)
    await sandbox.request('run.end', { message: words.short(words.result.inserted(insertion.layers)) })
  }
}
