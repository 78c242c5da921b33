import type { Activity, Job } from '../../jobs/job'
import { lateness } from '../../jobs/lateness'
import { elapsed } from './format'

/** What a job is doing. */
export const activities: Record<Activity, string> = {
  'in-line': 'Queued',
  reading: 'Reading',
  sending: 'Sending',
  stopping: 'Stopping',
  waiting: 'Rate limited.',
  limited: 'Request limit.',
  queued: 'Queued',
  drawing: 'Drawing',
  fetching: 'Downloading',
  keeping: 'Storing',
}

/** Why a job waits for the rate limit. */
export const waits = {
  waiting: 'Too many requests. It will be sent again automatically.',
  limited: 'Segmind allows no more requests this minute. It continues automatically.',
}

/** When a job continues that waits for the rate limit. */
export const continuesIn = (activity: Activity | null, seconds: number) =>
  `${activity === 'waiting' ? 'Retrying' : 'Continues'} in ${elapsed(Math.max(0, seconds))}`

/** Describes in one text what a job is doing. `now` and `expected` in ms. */
export function activity(job: Job, now: number, expected: number): string {
  if (job.activity === null) return ''
  if (job.activity === 'waiting' || job.activity === 'limited') return waits[job.activity]
  const isLate = job.activity === 'drawing' && lateness(now - (job.sentAt ?? job.startedAt), expected)
  return isLate ? 'Drawing, longer than usual…' : `${activities[job.activity]}…`
}

export const progress = (promptText: string) => `Progress of “${promptText}”`
