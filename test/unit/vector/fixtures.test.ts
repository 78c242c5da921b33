/**
 * Each folder of `test/fixtures/vector/<topic>/` is a case, named by a sentence:
 * - `before.svg` is prepared, and must result in `after.svg`, except for line breaks between elements.
 * - `options.json` is optional. It contains options of `prepare`, for a case or for all cases of a topic, and can also say what should be
 * left out (`"leftOut": { "text": 1 }`), that the picture is refused (`"error": "not-svg"`, without an `after.svg`), or where it is
 * compared with the original (`"compareIn": "browser"` if resvg cannot render it, `"nothing"` if a browser cannot, either).
 * If nothing is left out, recolored, or resized, the picture must look the same, in every layer mode unless the options name one: by resvg
 * here, and by Chromium in `test/browser/vector/fixtures.test.ts`.
 * To add a case, make a folder with a `before.svg`, run `UPDATE=1 npx vitest run test/unit/vector/fixtures`, and review the `after.svg`
 * that this writes. Also run it for intended changes of the output, and review the difference.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { VectorError } from '../../../src/vector/errors'
import type { LayerMode } from '../../../src/vector/layers/arrange'
import { prepare } from '../../../src/vector/prepare'
import { openSvgComparer } from '../../support/resvg'
import { violations } from '../../support/safe-subset'
import { type VectorFixture, vectorFixtures } from '../../support/vector-fixtures'

const MODES: readonly LayerMode[] = ['as-drawn', 'grouped', 'merged', 'objects']

/** Longer side of the compared pictures, in px. */
const SIDE = 256

/** What to do if a case has no `after.svg` yet. */
const HOW_TO_WRITE =
  'run UPDATE=1 npx vitest run test/unit/vector/fixtures -t NAME, and review what it writes'

/** Returns an element per line, with ids that do not depend on the text. */
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
      expect(violations(forCanvas?.svg ?? svg)).toEqual([])
      if (compareIn !== 'both') return
      const modes = options.layers ? [options.layers] : MODES
      const candidates = modes.map((layers) => prepare(before, { ...options, layers }).svg)
      const [results = []] = await comparer.compareAll([{ reference: before, candidates }], SIDE)
      expect(results).toHaveLength(modes.length)
      for (const { share, lost } of results) {
        expect(share).toBeLessThanOrEqual(0.001)
        // Where nearly equal colors are adjacent, a shape may lose a tenth of its outline.
        expect(lost).toBeLessThanOrEqual(SIDE / 24)
      }
    },
  )
})
