import type { Job } from '../../jobs/job'

/** Consecutive images with the same prompt, or own files that were added together. */
export interface Batch {
  /** Stays the same while images are added or removed at its end. */
  readonly id: string
  readonly prompt: string
  readonly style: string
  /** Whether it contains own files, each with its own name. */
  readonly isOwn: boolean
  /** Oldest first. Never empty. */
  readonly jobs: readonly Job[]
}

/** Own files whose times differ by less than this, in ms, were added together. Each gets a time 1 ms after the previous one. */
const MAX_GAP = 500

/** Groups consecutive jobs that belong together. Newest group first. `jobs`: newest first. */
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
        ? job.startedAt - (last?.startedAt ?? 0) < MAX_GAP
        : batch.prompt === prompt && batch.style === style)
    if (batch && isNext) batch.jobs.push(job)
    else batches.push({ id, prompt, style, isOwn, jobs: [job] })
  }
  return batches.reverse()
}
