import type { Job } from '../../jobs/job'

/** Images that were asked for with the same words, one after the other. */
export interface Batch {
  /** Stays the same while images come and go at its end. */
  readonly id: string
  readonly prompt: string
  readonly style: string
  /** In the order of the clicks. Never empty. */
  readonly jobs: readonly Job[]
}

/** Groups jobs by prompt and style where they follow each other, the newest group first. `jobs`: newest first. */
export function batchesOf(jobs: readonly Job[]): Batch[] {
  const batches: { id: string; prompt: string; style: string; jobs: Job[] }[] = []
  for (const job of [...jobs].reverse()) {
    const { prompt, style } = job.request
    const last = batches.at(-1)
    if (last && last.prompt === prompt && last.style === style) last.jobs.push(job)
    else batches.push({ id: job.id, prompt, style, jobs: [job] })
  }
  return batches.reverse()
}
