// Runs in a process of its own: resvg can abort on hostile input, and takes the process with it.
import { Resvg } from '@resvg/resvg-js'
import pixelmatch from 'pixelmatch'

const OPTIONS = { background: '#ffffff', font: { loadSystemFonts: false } }

/** The sides that the root asks for, found without reading the whole picture where it says so in plain numbers. */
function sizeOf(svg) {
  const [root = ''] = /<svg\b[^>]*>/.exec(svg) ?? []
  const [width, height] = ['width', 'height'].map(
    (side) => new RegExp(` ${side}="([\\d.]+)"`).exec(root)?.[1],
  )
  return width && height ? { width: Number(width), height: Number(height) } : new Resvg(svg, OPTIONS)
}

function render(svg, side) {
  const { width, height } = sizeOf(svg)
  const mode = width >= height ? 'width' : 'height'
  const image = new Resvg(svg, { ...OPTIONS, fitTo: { mode, value: side } }).render()
  // Each reading of `pixels` is a copy.
  const { pixels } = image
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4)
  return { width: image.width, height: image.height, pixels, words }
}

function share(a, b) {
  if (a.width !== b.width || a.height !== b.height) return 1
  const options = { threshold: 0.1, includeAA: true }
  return pixelmatch(a.pixels, b.pixels, undefined, a.width, a.height, options) / (a.width * a.height)
}

/** Pixels that an edge is looked for across: an anti-aliased one between two flat ones. */
const ACROSS = 2

/** Levels up to which nobody sees an edge, and one that the rounding of translucent mixes adds. */
const SEEN = 3

/** Largest difference of the channels of two pixels, given by their places. */
function levels({ pixels }, one, other) {
  let most = 0
  for (let channel = 0; channel < 3; channel += 1) {
    most = Math.max(most, Math.abs(pixels[4 * one + channel] - pixels[4 * other + channel]))
  }
  return most
}

/** Pixels along edges of more than 3 levels in the first picture, between flat parts, that the second one has no trace of. */
function lostEdges(a, b) {
  if (a.width !== b.width || a.height !== b.height) return Number.POSITIVE_INFINITY
  let lost = 0
  for (const step of [1, a.width]) {
    for (let y = 1; y < a.height - ACROSS - 2; y += 1) {
      for (let x = 1; x < a.width - ACROSS - 2; x += 1) {
        const one = y * a.width + x
        const other = one + ACROSS * step
        // All pixels are opaque: most are the same, and comparing words is fast.
        if (a.words[one] === a.words[other] || b.words[one] !== b.words[other]) continue
        if (levels(a, one, other) <= SEEN) continue
        const flat = [a, b].every(
          (picture) => levels(picture, one, one - step) === 0 && levels(picture, other, other + step) === 0,
        )
        if (flat) lost += 1
      }
    }
  }
  return lost
}

function compare({ reference, candidates }, side, edges) {
  const expected = render(reference, side)
  const known = new Map([[reference, { share: 0, lost: 0 }]])
  return candidates.map((svg) => {
    const same = known.get(svg)
    if (same) return same
    const drawn = render(svg, side)
    const isSame = drawn.width === expected.width && drawn.pixels.equals(expected.pixels)
    const lost = edges && !isSame ? lostEdges(expected, drawn) : 0
    const result = { share: isSame ? 0 : share(expected, drawn), lost }
    known.set(svg, result)
    return result
  })
}

process.on('message', ({ id, pairs, side, edges }) => {
  try {
    process.send({ id, results: pairs.map((pair) => compare(pair, side, edges)) })
  } catch (error) {
    process.send({ id, error: String(error) })
  }
})
