import { describe, expect, it } from 'vitest'
import { SIZES, STYLES } from '../../src/parameters'
import { ownPicture } from '../../src/pictures/own'

const N = String.raw`-?\d+(?:\.\d+)?`
const RGB = String.raw`rgb\(\d{1,3},\d{1,3},\d{1,3}\)`
const CURVE = `M ${N} ${N}(?: L ${N} ${N}| C(?: ${N}){6})+ z`

/** The exact format of Recraft's files of 2025 and later. Its groups are height, viewBox, and width. */
const GRAMMAR = new RegExp(
  [
    `^<svg xmlns="http://www.w3.org/2000/svg" height="(\\d+)" preserveAspectRatio="none" style="display: block;" version="1.1" viewBox="0 0 (\\d+) (\\d+)" width="(\\d+)">\\n`,
    `(?:<defs>\\n(?:\\t<linearGradient gradientUnits="userSpaceOnUse" id="Gradient\\d+" x1="${N}" x2="${N}" y1="${N}" y2="${N}">\\n`,
    `\\t\\t<stop class="stop0" offset="0" stop-color="${RGB}" stop-opacity="1"></stop>\\n`,
    `\\t\\t<stop class="stop1" offset="1" stop-color="${RGB}" stop-opacity="1"></stop>\\n\\t</linearGradient>\\n)+</defs>\\n)?`,
    `(?:<path d="${CURVE}(?: ${CURVE})*" fill="(?:${RGB}|url\\(#Gradient\\d+\\))" transform="translate\\(0,0\\)"></path>\\n)+`,
    `<metadata><recraft-signature>\\{"signed_by": "[^"]+", "signature_b64": "[A-Za-z0-9+/]{86}==", [^<]*\\}</recraft-signature></metadata></svg>$`,
  ].join(''),
)

describe('a picture of the stand-in', () => {
  it('has the format of the real pictures, in every style and size, with the canvas as its first path', () => {
    for (const style of STYLES) {
      for (const size of SIZES) {
        const svg = ownPicture({ prompt: 'anything', style, size })
        const [, height, boxWidth, boxHeight, width] = GRAMMAR.exec(svg) ?? []
        expect(`${width}x${height}`, svg.slice(0, 300)).toBe(size)
        expect(Math.max(Number(boxWidth), Number(boxHeight))).toBe(2048)
        expect(/ d="([^"]*)"/.exec(svg)?.[1]).toBe(
          `M 0 0 L ${boxWidth} 0 L ${boxWidth} ${boxHeight} L 0 ${boxHeight} L 0 0 z`,
        )
      }
    }
  })

  it('is byte for byte the same for the same call, and depends on each of its parts', () => {
    const call = { prompt: 'a fox', style: 'any', size: '1024x1024' } as const
    const base = ownPicture(call)
    expect(ownPicture(call)).toBe(base)
    const others = [
      ownPicture({ ...call, prompt: 'a rocket' }),
      ownPicture({ ...call, style: 'linocut' }),
      ownPicture({ ...call, size: '1365x1024' }),
      ownPicture(call, 1),
    ]
    expect(new Set([base, ...others]).size).toBe(5)
  })

  it('matches a word of the prompt, or otherwise is chosen by a hash of the prompt', () => {
    const drawn = (prompt: string) =>
      ownPicture({ prompt, style: 'any', size: '1024x1024' }).replace(/<metadata>.*/, '')
    for (const word of ['boat', 'cactus', 'rocket', 'mountains'])
      expect(drawn(`a small ${word}`)).toBe(drawn(`${word} two`))
    const unnamed = Array.from({ length: 20 }, (_, i) => drawn(`thing number ${i}`))
    expect(new Set(unnamed).size).toBe(3)
    expect(unnamed).not.toContain(drawn('a cactus'))
  })
})
