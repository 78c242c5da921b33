/** When to ask for a job's state. Times in ms. */
export interface PollingPolicy {
  /** How long to wait before the next question, given the time since the job was accepted. */
  delay(elapsed: number): number
  /** How long to wait after `failures` questions in a row went wrong. */
  retryDelay(failures: number): number
  /** After this much silence the job counts as late and asking ends; it stays resumable. */
  readonly deadline: number
}

/** Longest wait for a job, as in Segmind's own SDK. */
const DEADLINE = 600_000

/** One question a second while the answer is likely (the SDK's pace), fewer for jobs that are far over the usual time. */
export const steadyPolling: PollingPolicy = {
  delay: (elapsed) => (elapsed < 60_000 ? 1000 : elapsed < 180_000 ? 2000 : 5000),
  retryDelay: (failures) => Math.min(15_000, 1000 * 2 ** Math.min(failures, 4)),
  deadline: DEADLINE,
}
