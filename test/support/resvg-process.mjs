// Runs in a separate process, because resvg can abort on malicious input, which ends the process.
import { Resvg } from '@resvg/resvg-js'
import pixelmatch from 'pixelmatch'

const OPTIONS = { background: '#ffffff', font: { loadSystemFonts: false } }

/** Returns the size of the root. Does not parse the whole picture if the root has plain numbers. */
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
  // Reading `pixels` makes a copy each time.
  const { pixels } = image
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4)
  return { width: image.width, height: image.height, pixels, words }
}

function share(a, b) {
  if (a.width !== b.width || a.height !== b.height) return 1
  const options = { threshold: 0.1, includeAA: true }
  return pixelmatch(a.pixels, b.pixels, undefined, a.width, a.height, options) / (a.width * a.height)
}

/** Distance of the pixels that are compared for an edge: an anti-aliased one lies between two flat ones. */
const ACROSS = 2

/** Largest difference in levels at which an edge is invisible, plus one for the rounding of translucent mixes. */
const SEEN = 3

/** Returns the largest difference between the channels of two pixels, given by index. */
function levels({ pixels }, one, other) {
  let most = 0
  for (let channel = 0; channel < 3; channel += 1) {
    most = Math.max(most, Math.abs(pixels[4 * one + channel] - pixels[4 * other + channel]))
  }
  return most
}

/** Returns the number of pixels along edges of more than 3 levels between flat areas of the first picture that are missing in the second. */
function lostEdges(a, b) {
  if (a.width !== b.width || a.height !== b.height) return Number.POSITIVE_INFINITY
  let lost = 0
  for (const step of [1, a.width]) {
    for (let y = 1; y < a.height - ACROSS - 2; y += 1) {
      for (let x = 1; x < a.width - ACROSS - 2; x += 1) {
        const one = y * a.width + x
        const other = one + ACROSS * step
        // All pixels are opaque, and most are equal, which is fast to check by comparing words.
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
