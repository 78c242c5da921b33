import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { LayerMode } from '../../../src/vector/layers/arrange'
import { prepare } from '../../../src/vector/prepare'
import { openSvgComparer } from '../../support/resvg'
import { readSample, sampleNames, skipNote, withoutSamples } from '../../support/samples'
import { TONE_SIDE, toneOnTone } from '../../support/tone-on-tone'

const MODES: readonly LayerMode[] = ['as-drawn', 'grouped', 'merged']
/**
 * Pixels along edges that may be lost in all, as a part of the side: where alike colors meet, a shape may lose a tenth of its
 * outline, and tiles of one color may meet at a corner. A single lost edge that counts has more.
 */
const UNNOTICED = 1 / 24

const FIXTURES = new URL('fixtures/', import.meta.url)

const caseOf = (reference: string) => ({
  reference,
  candidates: MODES.map((layers) => prepare(reference, { layers }).svg),
})

describe('a prepared picture, in every mode', () => {
  const comparer = openSvgComparer()
  afterAll(() => comparer.close())

  it.each(readdirSync(FIXTURES))(
    '%s is the same picture, without an edge that counts being lost',
    async (name) => {
      const text = readFileSync(new URL(name, FIXTURES), 'utf8')
      const [results = []] = await comparer.compareAll([caseOf(text)])
      for (const { share, lost } of results) {
        expect(share).toBeLessThanOrEqual(0.001)
        expect(lost).toBeLessThanOrEqual(1024 * UNNOTICED)
      }
    },
  )

  // 40 × 13 drawings, at their own size: their parts are as large in it as those of a picture of 1024 px.
  it('keeps every edge between near-equal colors', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(toneOnTone, { minLength: 13, maxLength: 13 }), async (drawings) => {
        const all = await comparer.compareAll(drawings.map(caseOf), TONE_SIDE)
        for (const [i, results] of all.entries()) {
          for (const { share, lost } of results) {
            expect(share, drawings[i]).toBeLessThanOrEqual(0.001)
            expect(lost, drawings[i]).toBeLessThanOrEqual(TONE_SIDE * UNNOTICED)
          }
        }
      }),
      { numRuns: 40, endOnFailure: true },
    )
  }, 240_000)

  it.each([8, 24, 32, 48])('keeps the edges of tiles, tone on tone: %i in a row', async (count) => {
    const side = 1024 / count
    const tiles = Array.from({ length: count ** 2 }, (_, i) => {
      const fill = `rgb(${150 + 5 * ((i * 7 + (i >> 3)) % 4)},${160 + 5 * ((i * 5) % 3)},170)`
      return `<path d="M${(i % count) * side} ${Math.floor(i / count) * side}h${side}v${side}h${-side}z" fill="${fill}"/>`
    })
    const text = `<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024" viewBox="0 0 1024 1024">${tiles.join('')}</svg>`
    const [results = []] = await comparer.compareAll([caseOf(text)])
    for (const { lost } of results) expect(lost).toBeLessThanOrEqual(1024 * UNNOTICED)
  })

  it('keeps the edge between a fill and a wide stroke around it', async () => {
    const text =
      '<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024" viewBox="0 0 1024 1024"><rect x="206" y="276" width="427" height="243" fill="#8b2829" stroke="#882c2b" stroke-width="39"/></svg>'
    const [results = []] = await comparer.compareAll([caseOf(text)])
    for (const { lost } of results) expect(lost).toBe(0)
  })

  it('keeps the edges of tiles of 10 px, of which no two of one color meet', async () => {
    const tiles = Array.from({ length: 10_000 }, (_, i) => {
      const [x, y] = [i % 100, Math.floor(i / 100)]
      const tone = 5 * ((x + 2 * y) % 5)
      return `<path d="M${x * 10.24} ${y * 10.24}h10.24v10.24h-10.24z" fill="rgb(${150 + tone},${160 + tone},170)"/>`
    })
    const text = `<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024" viewBox="0 0 1024 1024">${tiles.join('')}</svg>`
    const [results = []] = await comparer.compareAll([caseOf(text)])
    for (const { lost } of results) expect(lost).toBeLessThanOrEqual(1024 * UNNOTICED)
  })

  it.each([40, 60, 95])(
    'keeps the edge between two bars end to end, %i px of 1024 thick',
    async (thickness) => {
      const bar = (x: number, fill: string) => `<path d="M${x} 100h440v${thickness}h-440z" fill="${fill}"/>`
      const text = `<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024" viewBox="0 0 1024 1024"><path d="M0 0h1024v1024h-1024z" fill="#203040"/>${bar(60, '#50b0a0')}${bar(500, '#55b5a5')}</svg>`
      const [results = []] = await comparer.compareAll([caseOf(text)])
      for (const { lost } of results) expect(lost).toBe(0)
    },
  )

  it.skipIf(withoutSamples).each(sampleNames)(`%s is the same picture${skipNote}`, async (name) => {
    const { reference, candidates } = caseOf(readSample(name))
    for (const share of await comparer.compare(reference, candidates))
      expect(share).toBeLessThanOrEqual(0.001)
  })
})
