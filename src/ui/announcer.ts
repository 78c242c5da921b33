import { effect } from '@preact/signals'
import type { Job } from '../jobs/job'
import type { Clock } from '../segmind/http'
import * as words from '../words'
import type { CanvasStore } from './stores/canvas'
import type { PicturesStore } from './stores/pictures'
import type { StudioStore } from './stores/studio'

interface AnnouncerOptions {
  readonly studio: StudioStore
  readonly pictures: PicturesStore
  readonly canvas: CanvasStore
  readonly clock: Clock
  readonly announce: (text: string) => void
}

/** Says each station of each job once, in the order in which it is reached, for those who cannot see the panel. */
export function createAnnouncer({ studio, pictures, canvas, clock, announce }: AnnouncerOptions): void {
  const said = new Map<string, string>()

  /** Says it unless it was the last thing said of this subject. */
  const say = (subject: string, text: string) => {
    if (said.get(subject) === text) return
    said.set(subject, text)
    if (text) announce(text)
  }

  const stationOf = (job: Job): string => {
    if (job.activity && !job.error) return words.activity(job, clock.now(), studio.expected.value)
    const notice = words.jobNotice(job) ?? words.unstoredNotice(job)
    return notice ? `${notice.title} ${notice.text}` : ''
  }

  effect(() => {
    for (const job of studio.jobs.value) say(job.id, stationOf(job))
  })

  effect(() => {
    const { value } = studio.notOffered
    say('form', value ? words.notOffered(value) : '')
  })

  effect(() => {
    const job = pictures.shown.value
    if (!job) return
    const sheet = pictures.sheetOf(job.id)
    if (sheet.state === 'ready') say(`sheet ${job.id}`, words.result.ready)
    if (sheet.state === 'missing') say(`sheet ${job.id}`, sentence(words.missingNotice(sheet.why)))
    if (sheet.state === 'unprepared') say(`sheet ${job.id}`, sentence(words.unpreparedNotice))
    if (sheet.state === 'unusable') say(`sheet ${job.id}`, sentence(words.vectorNotice(sheet.code)))
    const insertion = canvas.insertionOf(job.id)
    if (insertion.state === 'running') say(`insertion ${job.id}`, words.result.inserting)
    if (insertion.state === 'stopped') say(`insertion ${job.id}`, words.result.insertStopped)
    if (insertion.state === 'done') {
      const { layers, binding, sheet } = insertion
      say(
        `insertion ${job.id}`,
        [words.result.inserted(layers), words.bound(binding, sheet.plan.groups)].filter(Boolean).join(' '),
      )
    }
    if (insertion.state === 'failed') say(`insertion ${job.id}`, sentence(words.insertNotice(insertion.code)))
  })
}

const sentence = ({ title, text }: words.Notice) => `${title} ${text}`
