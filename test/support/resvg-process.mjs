// Runs in a process of its own: resvg can abort on hostile input, and takes the process with it.
import { Resvg } from '@resvg/resvg-js'
import pixelmatch from 'pixelmatch'

const OPTIONS = { background: '#ffffff', font: { loadSystemFonts: false } }

function render(svg, side) {
  const probe = new Resvg(svg, OPTIONS)
  const mode = probe.width >= probe.height ? 'width' : 'height'
  return new Resvg(svg, { ...OPTIONS, fitTo: { mode, value: side } }).render()
}

function share(a, b) {
  if (a.width !== b.width || a.height !== b.height) return 1
  const options = { threshold: 0.1, includeAA: true }
  return pixelmatch(a.pixels, b.pixels, undefined, a.width, a.height, options) / (a.width * a.height)
}

process.on('message', ({ id, reference, candidates, side }) => {
  try {
    const expected = render(reference, side)
    process.send({ id, shares: candidates.map((svg) => share(expected, render(svg, side))) })
  } catch (error) {
    process.send({ id, error: String(error) })
  }
})
