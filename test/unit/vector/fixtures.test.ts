/**
 * Each folder of `test/fixtures/vector/<topic>/` is a case, named by a sentence:
 *
 * - `before.svg` is prepared, and must become `after.svg`, but for line breaks between elements.
 * - `options.json`, where there is one, holds options of `prepare`, for a case or for all cases of a topic, and may also say
 *   what is to be left out (`"leftOut": { "text": 1 }`), that the picture is refused (`"error": "not-svg"`, without an
 *   `after.svg`), or where it is to be compared with the original (`"compareIn": "browser"` where resvg cannot draw it,
 *   `"nothing"` where a browser cannot, either).
 *
 * Where nothing is left out, recolored or resized, the picture must look the same, in every layer mode unless the options name one: by resvg here, and by Chromium in `test/browser/vector/fixtures.test.ts`.
 *
 * To add a case, make a folder with a `before.svg`, run `UPDATE=1 npx vitest run test/unit/vector/fixtures`, and read the
 * `after.svg` that this writes. Run it also where a change is to change what comes out, and look at the difference.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { VectorError } from '../../../src/vector/errors'
import type { LayerMode } from '../../../src/vector/layers/arrange'
import { prepare } from '../../../src/vector/prepare'
import { openSvgComparer } from '../../support/resvg'
import { breaches } from '../../support/safe-subset'
import { type VectorFixture, vectorFixtures } from '../../support/vector-fixtures'

const MODES: readonly LayerMode[] = ['as-drawn', 'grouped', 'merged', 'objects']

/** Longer side of the compared pictures, in px. */
const SIDE = 256

/** What to do where a case has no `after.svg` yet. */
const HOW_TO_WRITE =
  'run UPDATE=1 npx vitest run test/unit/vector/fixtures -t NAME, and review what it writes'

/** An element a line; the ids, which are made from the text, without what differs between texts. */
const readable = (svg: string) => `${svg.replaceAll('><', '>\n<').replace(/\bink[\da-z]+-/g, 'ink-')}\n`

function codeOf({ before, options }: VectorFixture): string | null {
  try {
    prepare(before, options)
    return null
  } catch (error) {
    if (error instanceof VectorError) return error.code
    throw error
  }
}

describe('a prepared picture', () => {
  const comparer = openSvgComparer()
  afterAll(() => comparer.close())

  it.each(vectorFixtures().map((fixture) => [fixture.name, fixture] as const))(
    '%s',
    async (_name, fixture) => {
      const { before, after, options, leftOut, error, compareIn } = fixture
      expect(codeOf(fixture)).toBe(error)
      if (error !== null) return
      const { svg, forCanvas, report } = prepare(before, options)
      if (process.env.UPDATE) writeFileSync(after, readable(svg))
      expect(existsSync(after), `${after} is missing: ${HOW_TO_WRITE}`).toBe(true)
      expect(readable(svg)).toBe(readFileSync(after, 'utf8'))
      expect(report.leftOut).toEqual(leftOut)
      expect(breaches(forCanvas?.svg ?? svg)).toEqual([])
      if (compareIn !== 'both') return
      const modes = options.layers ? [options.layers] : MODES
      const candidates = modes.map((layers) => prepare(before, { ...options, layers }).svg)
      const [results = []] = await comparer.compareAll([{ reference: before, candidates }], SIDE)
      expect(results).toHaveLength(modes.length)
      for (const { share, lost } of results) {
        expect(share).toBeLessThanOrEqual(0.001)
        // Where near-equal colors meet, a shape may lose a tenth of its outline.
        expect(lost).toBeLessThanOrEqual(SIDE / 24)
      }
    },
  )
})
