/** The share of the bar that the expected time fills. After that, the bar slows down and never reaches its end. */
const USUAL_SHARE = 0.9

/** Returns the estimated progress of a job: at least 0 and less than 1. Times in ms. */
export function share(elapsed: number, expected: number): number {
  if (elapsed < expected) return (USUAL_SHARE * elapsed) / expected
  return USUAL_SHARE + (0.99 - USUAL_SHARE) * (1 - Math.exp((expected - elapsed) / expected))
}
