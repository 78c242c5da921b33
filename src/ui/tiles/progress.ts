/** The share of the bar that the usual time fills: the rest is approached and never reached, since nobody knows the end. */
const USUAL_SHARE = 0.9

/** How far along a job most likely is, 0 to 1 and never 1. Times in ms. */
export function share(elapsed: number, expected: number): number {
  if (elapsed < expected) return (USUAL_SHARE * elapsed) / expected
  return USUAL_SHARE + (0.99 - USUAL_SHARE) * (1 - Math.exp((expected - elapsed) / expected))
}
