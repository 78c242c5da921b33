import { effect } from '@preact/signals'
import type { Job } from '../jobs/job'
import type { Clock } from '../segmind/http'
import * as words from '../words'
import type { Say } from './parts/announced'
import type { CanvasStore } from './stores/canvas'
import type { HistoryStore } from './stores/history'
import type { PicturesStore } from './stores/pictures'
import type { SettingsStore } from './stores/settings'
import type { StudioStore } from './stores/studio'

/** Says each text about a subject once, until it changes: the notice that shows it and the store that it comes from may both tell of it. */
export function createSay(announce: (text: string) => void): Say {
  const said = new Map<string, string>()
  return (subject, text) => {
    if ((said.get(subject) ?? '') === text) return
    said.set(subject, text)
    if (text) announce(text)
  }
}

interface AnnouncerOptions {
  readonly settings: SettingsStore
  readonly studio: StudioStore
  readonly pictures: PicturesStore
  readonly canvas: CanvasStore
  readonly history: HistoryStore
  readonly clock: Clock
  readonly say: Say
}

/**
 * Says each station of each job once, in the order in which it is reached, for those who cannot see the panel, whichever tab is open.
 * Notices tell of themselves when they are shown; here they are told of at once, and once more when they come again.
 */
export function createAnnouncer(options: AnnouncerOptions): void {
  const { settings, studio, pictures, canvas, history, clock, say } = options

  const stationOf = (job: Job): string => {
    if (job.activity && !job.error) return words.activity(job, clock.now(), studio.expected.value)
    const notice = words.jobNotice(job) ?? words.unstoredNotice(job)
    return notice ? words.sentence(notice) : ''
  }

  effect(() => {
    for (const job of studio.jobs.value) say(job.id, stationOf(job))
  })

  effect(() => {
    const { value } = studio.notOffered
    say('form', value ? words.notOffered(value) : '')
  })

  effect(() => {
    say('journal', studio.journal.value === 'unreadable' ? words.sentence(words.journalNotice) : '')
    const state = settings.status.value
    const isBroken = state !== 'ready' && state !== 'loading'
    say('settings', isBroken ? words.sentence(words.settingsNotice(state)) : '')
  })

  effect(() => {
    for (const job of [pictures.shown.value, history.opened.value]) {
      if (!job) continue
      const sheet = pictures.sheetOf(job.id)
      const about = subjectOf.sheet(job)
      if (sheet.state === 'loading') say(about, '')
      if (sheet.state === 'ready' && job === pictures.shown.value) say(about, words.result.ready)
      if (sheet.state === 'missing') say(about, words.sentence(words.missingNotice(sheet.why)))
      if (sheet.state === 'unprepared') say(about, words.sentence(words.unpreparedNotice))
      if (sheet.state === 'unusable') say(about, words.sentence(words.vectorNotice(sheet.code)))
      say(subjectOf.insertion(job), insertionOf(job))
    }
  })

  function insertionOf(job: Job): string {
    const insertion = canvas.insertionOf(job.id)
    if (insertion.state === 'done') {
      const { layers, binding, sheet } = insertion
      return [words.result.inserted(layers), words.bound(binding, sheet.plan.groups)]
        .filter(Boolean)
        .join(' ')
    }
    if (insertion.state === 'running') return words.result.inserting
    if (insertion.state === 'failed') return words.sentence(words.insertNotice(insertion.code))
    return insertion.state === 'stopped' ? words.result.insertStopped : ''
  }
}

/** What is told of a picture, apart from its job. */
export const subjectOf = {
  sheet: ({ id }: Job) => `sheet ${id}`,
  insertion: ({ id }: Job) => `insertion ${id}`,
}
