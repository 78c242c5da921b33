import { effect } from '@preact/signals'
import type { Job } from '../jobs/job'
import { strings } from '../strings'
import type { Announce } from './parts/announced'
import type { CanvasStore } from './stores/canvas'
import type { GenerationStore } from './stores/generation'
import type { JobsStore } from './stores/jobs'
import type { PicturesStore } from './stores/pictures'
import type { SettingsStore } from './stores/settings'

/** Announces a text about a subject only if it differs from the last one, because both a notice and its store may announce it. */
export function createAnnounce(announce: (text: string) => void): Announce {
  const said = new Map<string, string>()
  return (subject, text) => {
    if ((said.get(subject) ?? '') === text) return
    said.set(subject, text)
    if (text) announce(text)
  }
}

interface AnnouncerOptions {
  readonly settings: Pick<SettingsStore, 'status'>
  readonly jobs: Pick<JobsStore, 'all' | 'journal' | 'onSettled'>
  readonly generation: Pick<GenerationStore, 'notOffered'>
  readonly pictures: Pick<PicturesStore, 'shown' | 'preparationOf'>
  readonly canvas: Pick<CanvasStore, 'insertionOf'>
  readonly say: Announce
}

/**
 * Announces each step of each job to screen readers, whichever tab is open. Notices announce themselves when they are shown; here they are
 * announced immediately, and again when they reappear.
 */
export function createAnnouncer(options: AnnouncerOptions): void {
  const { settings, jobs, generation, pictures, canvas, say } = options

  const statusOf = (job: Job): string => {
    if (job.activity && !job.error) {
      if (job.activity === 'waiting' || job.activity === 'limited') return strings.waits[job.activity]
      // A queued job has not started.
      return job.activity === 'in-line' || job.isOwn ? '' : strings.tiles.started(job.request.prompt)
    }
    // There may be many own files: the notice about all of them announces itself.
    const notice = strings.jobNotice(job) ?? (job.isOwn ? null : strings.unstoredNotice(job))
    return notice ? strings.sentence(notice) : ''
  }

  effect(() => {
    for (const job of jobs.all.value) say(job.id, statusOf(job))
  })

  effect(() => {
    const { value } = generation.notOffered
    say('form', value ? strings.notOffered(value) : '')
  })

  effect(() => {
    say('journal', jobs.journal.value === 'unreadable' ? strings.sentence(strings.journalNotice) : '')
    const state = settings.status.value
    const isBroken = state !== 'ready' && state !== 'loading'
    say('settings', isBroken ? strings.sentence(strings.settingsNotice(state)) : '')
  })

  effect(() => {
    for (const job of pictures.shown.value) {
      const preparation = pictures.preparationOf(job.id)
      const about = subjectOf.preparation(job)
      if (preparation.state === 'loading') say(about, '')
      if (preparation.state === 'missing')
        say(about, strings.sentence(strings.missingNotice(preparation.why)))
      if (preparation.state === 'unprepared') say(about, strings.sentence(strings.unpreparedNotice))
      if (preparation.state === 'unusable')
        say(about, strings.sentence(strings.vectorNotice(preparation.code, job)))
      say(subjectOf.insertion(job), insertionOf(job))
    }
  })

  // Images that were waited for, announced once they are visible.
  const awaited = new Set<string>()
  jobs.onSettled((settled) => {
    for (const { id, hasPicture } of settled) if (hasPicture) awaited.add(id)
  })
  effect(() => {
    for (const { id, request } of pictures.shown.value) {
      if (pictures.preparationOf(id).state !== 'ready' || !awaited.delete(id)) continue
      say(`ready ${id}`, strings.result.ready(request.prompt))
    }
  })

  function insertionOf(job: Job): string {
    const insertion = canvas.insertionOf(job.id)
    if (insertion.state === 'done') {
      const { layers, binding, preparation } = insertion
      return [
        ...[
          strings.result.inserted(layers),
          strings.bound(binding, preparation.plan.groups),
          job.request.prompt,
        ],
      ]
        .filter(Boolean)
        .join(' ')
    }
    if (insertion.state === 'running') return strings.result.inserting
    if (insertion.state === 'failed') return strings.sentence(strings.insertNotice(insertion.code, job))
    return insertion.state === 'stopped' ? strings.result.insertStopped : ''
  }
}

/** Subjects of announcements about an image rather than its job. */
const subjectOf = {
  preparation: ({ id }: Job) => `preparation ${id}`,
  insertion: ({ id }: Job) => `insertion ${id}`,
}
