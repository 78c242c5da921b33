import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { queries } from '@testing-library/dom'
import { afterAll, beforeAll, expect, type TestContext, vi } from 'vitest'
import { openStage, type Stage } from '../../../tools/start/stage'
import { HOST_PAGE } from '../host-page'
import { chromium } from './chromium'
import type { EngineKind } from './engine'
import { firefox } from './firefox'
import { webkit } from './webkit'

/** A role, and a pattern of the accessible name. The role `picture` is any picture that is drawn, whatever it is called. */
export type Control = readonly [role: string, name: string]

declare const TestingLibraryDom: typeof queries
const LIBRARY = readFileSync(
  createRequire(import.meta.url).resolve('@testing-library/dom/dist/@testing-library/dom.umd.min.js'),
  'utf8',
).replace(/;\s*\/\/#.*\s*$/, '')

/** Of `vi.waitFor`, in ms. */
export const WAIT = { timeout: 30_000, interval: 50 }

/** Runs in the panel. The middle of what is wanted, in px of the panel; null where it is not, is covered or is disabled. */
function pointOf([role, pattern]: Control): { x: number; y: number } | null {
  const name = new RegExp(pattern)
  const { queryAllByRole, queryAllByLabelText } = TestingLibraryDom
  const found =
    role === 'picture'
      ? // An SVG that the engine refuses has no width; the small ones are drawings of the panel's own.
        [...document.images].find((image) => image.complete && image.naturalWidth > 0 && image.width >= 60)
      : (queryAllByRole(document.body, role, { name })[0] ??
        // A field for passwords has no role.
        (role === 'textbox' ? queryAllByLabelText(document.body, name, { selector: 'input' })[0] : null))
  if (!found) return null
  const hitPoint = () => {
    const box = found.getBoundingClientRect()
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const hit = document.elementFromPoint(point.x, point.y)
    const isHit = found.contains(hit) || hit?.contains(found) || hit?.closest('label')?.control === found
    return isHit ? point : null
  }
  if (found.matches(':disabled, [aria-disabled=true]')) return null
  const point = hitPoint()
  // Only then: Firefox scrolls one px forth and back each time. Not to the edge, where a bar may lie over it.
  if (!point) found.scrollIntoView({ block: 'center' })
  return point ?? hitPoint()
}

/** What `describe.each` takes. */
export const ENGINES = [chromium, firefox, webkit].map((kind) => [kind.name, kind] as const)

/** The page that `npm start` opens, for each test in an engine of its own. */
export function engineSuite() {
  let stage: Stage
  beforeAll(async () => {
    const hostDir = HOST_PAGE
    stage = await openStage({ hostDir, samples: null, duration: 0, port: 0, routing: 'redirects' })
  })
  afterAll(() => stage?.close())

  return {
    /** What the stand-in was asked. */
    requests: () => stage.standIn.requests,
    open: (test: TestContext, kind: EngineKind) => openUser(test, kind, `${stage.server.origin}/?fresh`),
  }
}

/** A user of an engine that shows the page. Skips the test where the engine is not installed. */
async function openUser(test: TestContext, { missing, start }: EngineKind, url: string) {
  if (missing !== null) return test.skip(missing)
  const engine = await start()
  test.onTestFinished(() => engine.close())
  const inPage = <T>(run: () => T) => engine.evaluate('page', `(${run})()`) as Promise<Awaited<T>>
  /** Where it is in the window; null where it is not. */
  async function find(wanted: Control): Promise<{ x: number; y: number } | null> {
    if ((await engine.evaluate('panel', 'typeof TestingLibraryDom')) === 'undefined')
      await engine.evaluate('panel', `void (${LIBRARY})`)
    const found = await engine.evaluate('panel', `(${pointOf})(${JSON.stringify(wanted)})`)
    const point = found as ReturnType<typeof pointOf>
    const frame = await inPage(() => document.querySelector('iframe')?.getBoundingClientRect().toJSON())
    return point && { x: point.x + frame.x, y: point.y + frame.y }
  }
  /** Waits until it is there and rests: what arrives may still move it. */
  const waitFor = (...wanted: Control) =>
    vi
      .waitFor(async () => {
        const [before, point] = [await find(wanted), await find(wanted)]
        if (point === null || point.x !== before?.x || point.y !== before.y)
          return expect.fail(`no ${wanted.join(' ')} at rest`)
        return point
      }, WAIT)
      .catch(async (error: Error) => {
        throw new Error(`${error.message} in: ${await engine.evaluate('panel', 'document.body.innerText')}`)
      })
  async function click(...wanted: Control) {
    const { x, y } = await waitFor(...wanted)
    await engine.click(x, y)
  }
  const until = (run: string | (() => unknown), place: 'page' | 'panel' = 'page') =>
    vi.waitFor(async () => expect(await engine.evaluate(place, `(${run})()`), `${run}`).toBe(true), WAIT)
  /** The opening shell can be typed in, but what is clicked before the script runs is lost. */
  const waitUntilReady = () =>
    until(() => document.querySelector('#panel:not([data-opens])') !== null, 'panel')
  const status = '[...document.querySelectorAll("[role=status]")].map((each) => each.textContent).join()'
  const waitForStatus = (text: RegExp) =>
    vi.waitFor(async () => expect(await engine.evaluate('panel', status)).toMatch(text), WAIT)
  await engine.open(url)
  await waitUntilReady()
  return { engine, inPage, find, waitFor, click, until, waitUntilReady, waitForStatus }
}
