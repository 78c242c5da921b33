import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { queries } from '@testing-library/dom'
import { DEMO_KEY } from 'segmind-stand-in'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openStage, type Stage } from '../../tools/start/stage'
import { chromium } from '../support/engines/chromium'
import type { Engine } from '../support/engines/engine'
import { firefox } from '../support/engines/firefox'
import { webkit } from '../support/engines/webkit'
import { HOST_PAGE } from '../support/host-page'

/** A role, and a pattern for the accessible name. The role `picture` is any rendered picture, whatever its name. */
type Wanted = readonly [role: string, name: string]

const PICTURE: Wanted = ['picture', '']
/** Ways to copy a picture of History, shortest first. All other names are a contract. */
const COPY: Wanted[] = [
  ['button', '^Copy SVG'],
  ['menuitem', '^Copy SVG'],
]
const TOWARDS_COPY: Wanted[] = [['button', '^More$'], PICTURE]

declare const TestingLibraryDom: typeof queries
const LIBRARY = readFileSync(
  createRequire(import.meta.url).resolve('@testing-library/dom/dist/@testing-library/dom.umd.min.js'),
  'utf8',
).replace(/;\s*\/\/#.*\s*$/, '')

const WAIT = { timeout: 30_000, interval: 50 }

/** Runs in the panel. Returns the center of the element in px of the panel; null if it does not exist, is covered, or is disabled. */
function pointOf([role, pattern]: Wanted): { x: number; y: number } | null {
  const name = new RegExp(pattern)
  const { queryAllByRole, queryAllByLabelText } = TestingLibraryDom
  const found =
    role === 'picture'
      ? // An SVG that the engine refuses has no width. Small ones are drawings of the panel.
        [...document.images].find((image) => image.complete && image.naturalWidth > 0 && image.width >= 60)
      : (queryAllByRole(document.body, role, { name })[0] ??
        // A password field has no role.
        (role === 'textbox' ? queryAllByLabelText(document.body, name, { selector: 'input' })[0] : null))
  if (!found) return null
  // Not at the edge, where a bar may cover it.
  found.scrollIntoView({ block: 'center' })
  const box = found.getBoundingClientRect()
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const hit = document.elementFromPoint(point.x, point.y)
  const isHit = found.contains(hit) || hit?.contains(found) || hit?.closest('label')?.control === found
  return isHit && !found.matches(':disabled, [aria-disabled=true]') ? point : null
}

/** A user of an engine. */
function personAt(engine: Engine) {
  const inPage = <T>(run: () => T) => engine.evaluate('page', `(${run})()`) as Promise<Awaited<T>>
  /** Returns where it is in the window; null if it does not exist. */
  async function look(wanted: Wanted): Promise<{ x: number; y: number } | null> {
    if ((await engine.evaluate('panel', 'typeof TestingLibraryDom')) === 'undefined')
      await engine.evaluate('panel', `void (${LIBRARY})`)
    const found = await engine.evaluate('panel', `(${pointOf})(${JSON.stringify(wanted)})`)
    const point = found as ReturnType<typeof pointOf>
    const frame = await inPage(() => document.querySelector('iframe')?.getBoundingClientRect().toJSON())
    return point && { x: point.x + frame.x, y: point.y + frame.y }
  }
  /** Waits until it exists and no longer moves. */
  const see = (...wanted: Wanted) =>
    vi
      .waitFor(async () => {
        const [before, point] = [await look(wanted), await look(wanted)]
        if (point === null || point.x !== before?.x || point.y !== before.y)
          return expect.fail(`no ${wanted.join(' ')} at rest`)
        return point
      }, WAIT)
      .catch(async (error: Error) => {
        throw new Error(`${error.message} in: ${await engine.evaluate('panel', 'document.body.innerText')}`)
      })
  async function click(...wanted: Wanted) {
    const { x, y } = await see(...wanted)
    await engine.click(x, y)
  }
  return { inPage, look, see, click }
}

let stage: Stage
beforeAll(async () => {
  const hostDir = HOST_PAGE
  stage = await openStage({ hostDir, samples: null, duration: 0, port: 0, routing: 'redirects' })
})
afterAll(() => stage?.close())

const ENGINES = [chromium, firefox, webkit].map((kind) => [kind.name, kind] as const)

describe.each(ENGINES)('in %s, a user', (_name, { missing, start }) => {
  it('saves a key, inserts layers, and copies the picture after reopening', async (test) => {
    if (missing !== null) return test.skip(missing)
    const engine = await start()
    test.onTestFinished(() => engine.close())
    const { inPage, look, see, click } = personAt(engine)
    const until = (run: () => unknown, place: 'page' | 'panel' = 'page') =>
      vi.waitFor(async () => expect(await engine.evaluate(place, `(${run})()`), `${run}`).toBe(true), WAIT)
    // The opening shell accepts typing, but clicks before the script runs are lost.
    const awake = () => until(() => document.querySelector('#panel:not([data-opens])') !== null, 'panel')
    await engine.open(`${stage.server.origin}/?fresh`)
    await awake()

    await click('textbox', '^API key')
    await engine.type(DEMO_KEY)
    await click('button', '^Save key')
    await click('textbox', '^Prompt')
    await engine.type('a fox')
    await click('radio', '^Linocut$')
    await click('button', '^Generate')
    await see(...PICTURE)

    await click('button', '^Insert')
    await until(() => (window.figmaHost?.snapshot().layers[0]?.children?.length ?? 0) > 0)
    const status = '[...document.querySelectorAll("[role=status]")].map((each) => each.textContent).join()'
    await vi.waitFor(async () => expect(await engine.evaluate('panel', status)).toMatch(/inserted/i), WAIT)
    const request = stage.standIn.requests.filter(({ method }) => method === 'POST').at(-1)
    expect(request?.json).toMatchObject({ prompt: 'a fox', style: 'linocut' })

    await inPage(() => window.figmaHost?.stop())
    await until(() => document.querySelector('iframe') === null)
    await inPage(() => window.figmaHost?.run())
    await awake()
    await click('tab', '^History')
    await see(...PICTURE)

    await vi.waitFor(async () => {
      for (const wanted of [...COPY, ...TOWARDS_COPY]) {
        const point = await look(wanted)
        if (!point) continue
        await engine.click(point.x, point.y, wanted === PICTURE ? 2 : 1)
        if (COPY.includes(wanted)) return
        break
      }
      expect.fail('There is nothing that copies the picture.')
    }, WAIT)
    // When the copied picture is pasted into the panel, it becomes an own SVG.
    await engine.paste()
    await see('img', '^Pasted SVG$')
    await inPage(() => document.body.append(document.createElement('textarea')))
    await inPage(() => document.querySelector('textarea')?.focus())
    await engine.paste()
    await until(() => document.querySelector('textarea')?.value.startsWith('<svg'))
    expect(await inPage(() => window.figmaHost?.faults)).toEqual([])
  })
})
