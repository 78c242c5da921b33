import type { Activity, Job } from '../../jobs/job'

/** What a job is doing. */

const activities: Record<Activity | 'late', string> = {
  'in-line': 'Starts when another image is done…',
  sending: 'Sending the prompt…',
  stopping: 'Stopping…',
  waiting: 'Too many requests. It will be sent again automatically.',
  queued: 'Waiting for Segmind to start…',
  drawing: 'Drawing…',
  late: 'Still drawing, longer than usual…',
  fetching: 'Fetching the image…',
  keeping: 'Storing the image…',
}

/** How much longer than usual a picture may take before that is worth a word. */
const LATE = 1.4

/** What a job is doing. `now` and `expected` in ms. */
export function activity(job: Job, now: number, expected: number): string {
  if (job.activity === null) return ''
  const isLate = job.activity === 'drawing' && now - job.startedAt > expected * LATE
  return activities[isLate ? 'late' : job.activity]
}

export const progress = (promptText: string) => `Progress of “${promptText}”`
