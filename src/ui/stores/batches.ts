import type { Job } from '../../jobs/job'

/** Images that were asked for with the same words, one after the other, or own files that were added together. */
export interface Batch {
  /** Stays the same while images come and go at its end. */
  readonly id: string
  readonly prompt: string
  readonly style: string
  /** The user's own files, each with a name of its own. */
  readonly isOwn: boolean
  /** In the order of the clicks. Never empty. */
  readonly jobs: readonly Job[]
}

/** Own files that follow each other within this time came together, in ms: each is listed 1 ms after the one before. */
const TOGETHER = 500

/** Groups jobs that belong together where they follow each other, the newest group first. `jobs`: newest first. */
export function batchesOf(jobs: readonly Job[]): Batch[] {
  const batches: (Omit<Batch, 'jobs'> & { readonly jobs: Job[] })[] = []
  for (const job of [...jobs].reverse()) {
    const { id, isOwn } = job
    const { prompt, style } = job.request
    const batch = batches.at(-1)
    const last = batch?.jobs.at(-1)
    const isNext =
      batch?.isOwn === isOwn &&
      (isOwn
        ? job.startedAt - (last?.startedAt ?? 0) < TOGETHER
        : batch.prompt === prompt && batch.style === style)
    if (batch && isNext) batch.jobs.push(job)
    else batches.push({ id, prompt, style, isOwn, jobs: [job] })
  }
  return batches.reverse()
}
