import type { Clock } from '../../segmind/http'
import { isSendable, modelField } from '../../segmind/request'
import { strings } from '../../strings'
import type { JobsStore } from '../stores/jobs'
import type { SettingsStore } from '../stores/settings'
import type { PictureOutcome } from './network-probes'

interface OrderOptions {
  readonly jobs: Pick<JobsStore, 'all' | 'start'>
  readonly settings: Pick<SettingsStore, 'model' | 'style' | 'size' | 'paidMode'>
  readonly clock: Pick<Clock, 'now'>
}

/** Orders one picture like the form does, so that it is kept in History. Resolves when its job stops or ends. Costs money. */
export async function orderPicture({ jobs, settings, clock }: OrderOptions): Promise<PictureOutcome> {
  const request = pictureRequest(settings)
  if (!isSendable(request)) return { ok: false, kind: 'not-offered', charged: 'no' }
  const before = new Set(jobs.all.peek().map(({ id }) => id))
  const start = clock.now()
  await jobs.start(request, 1, settings.paidMode.peek())
  const job = jobs.all.peek().find(({ id }) => !before.has(id))
  if (job?.hasPicture && job.unstored === null)
    return { ok: true, seconds: Math.round((clock.now() - start) / 1000) }
  return {
    ok: false,
    kind: job?.unstored ?? job?.error?.kind ?? 'gone',
    charged: job?.error?.charged ?? null,
  }
}

/** Returns the request: a simple prompt with the user's model, style, and size. */
export const pictureRequest = ({ model, style, size }: OrderOptions['settings']) => ({
  prompt: strings.check.prompt,
  style: style.value,
  size: size.value,
  ...modelField(model.value),
})
