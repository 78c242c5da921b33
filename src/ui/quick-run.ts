import { effect } from '@preact/signals'
import type { Run } from '../protocol/contract'
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
  readonly parameters: NonNullable<Run['parameters']>
}

/**
 * Draws what was typed into quick actions, unseen: says how it goes on the canvas, inserts the picture and ends the plugin. The
 * panel shows itself where something is in the way: there is what to do.
 */
export async function runQuickly({ sandbox, settings, studio, canvas, parameters }: QuickRunOptions) {
  const say = (text: string, isError = false) => sandbox.request('toast', { text, isError })
  const showPanel = async (text: string) => {
    await say(words.short(text), true)
    await sandbox.request('panel.show', {})
  }
  studio.reuse(parameters)
  const obstacle = settings.status.value === 'ready' ? studio.obstacle.value : 'no-journal'
  if (obstacle) return showPanel(words.obstacle(obstacle))
  const known = new Set(studio.jobs.value.map(({ id }) => id))
  void say(words.short(words.quick.drawing(parameters.prompt)))
  void studio.generate(1)
  const stop = effect(() => {
    const job = studio.jobs.value.find(({ id }) => !known.has(id))
    if (!job || job.activity !== null) return
    queueMicrotask(() => stop())
    if (!job.hasPicture) {
      const notice = words.jobNotice(job)
      return void showPanel(notice?.title ?? words.unexpected.title)
    }
    void finish(job)
  })

  async function finish(job: Parameters<CanvasStore['insert']>[0]): Promise<void> {
    await canvas.insert(job)
    const insertion = canvas.insertionOf(job.id)
    if (insertion.state === 'done')
      await sandbox.request('run.end', { message: words.short(words.result.inserted(insertion.layers)) })
    else await showPanel(words.quick.notInserted)
  }
}
