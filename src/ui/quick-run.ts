import { effect } from '@preact/signals'
import type { Job } from '../jobs/job'
import type { Run } from '../protocol/contract'
import type { Clock } from '../segmind/http'
import { modelTaking, priceOf } from '../segmind/request'
import { strings } from '../strings'
import type { Sandbox } from './platform/sandbox'
import type { CanvasStore } from './stores/canvas'
import type { GenerationStore } from './stores/generation'
import type { JobsStore } from './stores/jobs'
import type { SettingsStore } from './stores/settings'

interface QuickRunOptions {
  readonly sandbox: Sandbox
  readonly settings: Pick<SettingsStore, 'status' | 'model'>
  readonly jobs: Pick<JobsStore, 'all' | 'expectedTime' | 'onSettled'>
  readonly generation: Pick<GenerationStore, 'formBlocker' | 'generate' | 'reuse'>
  readonly canvas: Pick<CanvasStore, 'insert' | 'insertionOf' | 'suspendAutoInsert'>
  readonly clock: Clock
  readonly parameters: NonNullable<Run['parameters']>
}

/**
 * Runs a quick action with the panel hidden: shows the progress in toasts, inserts the picture and closes the plugin. If something
 * needs the user, it shows the panel instead.
 */
export async function runQuickly({
  sandbox,
  settings,
  jobs,
  generation,
  canvas,
  clock,
  parameters,
}: QuickRunOptions) {
  const release = canvas.suspendAutoInsert()
  const say = (text: string, { isError = false, stays = false } = {}) =>
    sandbox.request('toast', { text: strings.short(text), isError, stays })
  const showPanel = async (text: string) => {
    release()
    await say(text, { isError: true })
    await sandbox.request('panel.show', {})
  }
  const { id: model } = modelTaking(parameters, settings.model.value)
  generation.reuse({ ...parameters, model })
  const blocker = settings.status.value === 'ready' ? generation.formBlocker(1) : 'no-journal'
  if (blocker) return showPanel(strings.blocker(blocker, settings.model.value.promptLimit))
  const known = new Set(jobs.all.value.map(({ id }) => id))
  const newJob = () => jobs.all.value.find(({ id }) => !known.has(id))
  let said = ''
  let isOver = false
  const end = (job: Job) => {
    isOver = true
    stopListening()
    queueMicrotask(() => stop())
    void finish(job)
  }
  const stopListening = jobs.onSettled((settled) => {
    const job = newJob()
    if (job && !isOver && settled.includes(job)) end(job)
  })
  const stop = effect(() => {
    const job = newJob()
    if (!job || isOver || job.activity === null) return
    // A late job may take an hour, which the user should see.
    if (job.error) return end(job)
    const station = strings.quick.station(
      strings.activity(job, clock.now(), jobs.expectedTime(job)),
      job.request,
    )
    if (station !== said) void say(station, { stays: true })
    said = station
  })
  // Always one, because the number in the form is not visible here.
  await generation.generate(1)

  async function finish(job: Job): Promise<void> {
    if (!job.hasPicture)
      return showPanel(strings.jobNotice(job, priceOf(job.request))?.title ?? strings.unexpected.title)
    await say(strings.quick.station(strings.result.inserting, job.request), { stays: true })
    await canvas.insert([job])
    const insertion = canvas.insertionOf(job.id)
    if (insertion.state !== 'done') return showPanel(strings.quick.notInserted)
    await sandbox.request('run.end', { message: strings.short(strings.result.inserted(insertion.layers)) })
  }
}
