import fc from 'fast-check'

/** Side of the drawings made here, in px. */
export const TONE_SIDE = 256

const BASES = ['0,180,160', '0,180,0', '252,250,244', '40,40,48', '214,82,74', '120,160,220', '128,128,128']

const step = fc.integer({ min: 1, max: 9 })
const tone = fc.record({
  base: fc.constantFrom(...BASES).map((text) => text.split(',').map(Number)),
  steps: fc.tuple(step, step, step),
  sign: fc.constantFrom(1, -1),
})
type Tone = typeof tone extends fc.Arbitrary<infer T> ? T : never

/** The n-th of a series of nearly equal colors. */
const rgb = ({ base, steps, sign }: Tone, n: number): string => {
  const parts = base.map((part, i) => {
    const value = part + sign * n * (steps[i] ?? 0)
    return Math.max(0, Math.min(255, value))
  })
  return `rgb(${parts.join(',')})`
}

const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<path d="M${x} ${y}H${x + w}V${y + h}H${x}Z" fill="${fill}"${more}/>`
const disc = (x: number, y: number, r: number, fill: string, more = '') =>
  `<path d="M${x - r} ${y}A${r} ${r} 0 0 1 ${x + r} ${y}A${r} ${r} 0 0 1 ${x - r} ${y}Z" fill="${fill}"${more}/>`
const whole = (fill: string) => rect(0, 0, TONE_SIDE, TONE_SIDE, fill)
const times = (count: number, one: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => one(i)).join('')

const kinds = fc.constantFrom<(tone: Tone, order: readonly number[], count: number) => string>(
  // Adjacent bands with tones in any order. On a background, because otherwise white would show at edges inside a px until they are merged.
  (t, order, count) => {
    const height = TONE_SIDE / count
    return (
      whole(rgb(t, order[0] ?? 0)) +
      times(count, (i) => rect(0, i * height, TONE_SIDE, height, rgb(t, order[i] ?? 0)))
    )
  },
  // Discs on discs, like a paper cut.
  (t, order, count) =>
    whole(rgb(t, order[0] ?? 0)) +
    times(count, (i) => disc(128, 128, 120 - (i * 100) / count, rgb(t, order[i + 1] ?? 0))),
  // A mosaic.
  (t, order, count) => {
    const side = TONE_SIDE / count
    return (
      whole(rgb(t, order[0] ?? 0)) +
      times(count * count, (i) =>
        rect((i % count) * side, Math.floor(i / count) * side, side, side, rgb(t, order[(i * 5) % 8] ?? 0)),
      )
    )
  },
  // Translucent shapes over each other.
  (t, order, count) =>
    whole(rgb(t, 0)) +
    times(count, (i) => {
      const opacity = ` fill-opacity="${0.3 + ((order[i] ?? 0) % 7) / 10}"`
      return disc(60 + ((i * 37) % 140), 60 + ((i * 61) % 140), 50, rgb(t, order[i] ?? 0), opacity)
    }),
  // A gradient whose ends lie between solid tones.
  (t, order) =>
    `<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="80" y1="0" x2="176" y2="0"><stop offset="0" stop-color="${rgb(t, order[0] ?? 0)}"/><stop offset="1" stop-color="${rgb(t, order[1] ?? 0)}"/></linearGradient>` +
    rect(0, 0, 80, TONE_SIDE, rgb(t, order[0] ?? 0)) +
    rect(80, 0, 96, TONE_SIDE, 'url(#g)') +
    rect(176, 0, 80, TONE_SIDE, rgb(t, order[2] ?? 0)),
  // Small shapes in rows, like letters.
  (t, order, count) =>
    whole(rgb(t, order[0] ?? 0)) +
    times(8 * count, (i) =>
      rect(16 + (i % 8) * 28, 20 + Math.floor(i / 8) * 26, 14, 16, rgb(t, order[1] ?? 0)),
    ),
)

/** SVG texts with nearly equal colors that are adjacent, overlap, and show through each other. */
export const toneOnTone: fc.Arbitrary<string> = fc
  .tuple(
    kinds,
    tone,
    fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }),
    fc.integer({ min: 2, max: 6 }),
  )
  .map(([kind, t, order, count]) => {
    const size = `width="${TONE_SIDE}" height="${TONE_SIDE}" viewBox="0 0 ${TONE_SIDE} ${TONE_SIDE}"`
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${kind(t, order, count)}</svg>`
  })
