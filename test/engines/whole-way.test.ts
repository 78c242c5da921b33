import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it, vi } from 'vitest'
import { type Control, ENGINES, engineSuite, WAIT } from '../support/engines/engine-user'

const PICTURE: Control = ['picture', '']
/** What copies a picture of History, and what leads there, the nearest first: the names of all others are a contract. */
const COPY: Control[] = [
  ['button', '^Copy SVG'],
  ['menuitem', '^Copy SVG'],
]
const TOWARDS_COPY: Control[] = [['button', '^More$'], PICTURE]

const suite = engineSuite()

describe.each(ENGINES)('in %s, a user', (_name, kind) => {
  it('goes from the key to layers, and copies the picture after reopening', async (test) => {
    const { engine, inPage, find, waitFor, click, until, waitUntilReady, waitForStatus } = await suite.open(
      test,
      kind,
    )
    await click('textbox', '^API key')
    await engine.type(DEMO_KEY)
    await click('button', '^Save key')
    await click('textbox', '^Prompt')
    await engine.type('a fox')
    await click('radio', '^Linocut$')
    await click('button', '^Generate')
    await waitFor(...PICTURE)

    await click('button', '^Insert')
    await until(() => (window.figmaHost?.snapshot().layers[0]?.children?.length ?? 0) > 0)
    await waitForStatus(/inserted/i)
    const request = suite
      .requests()
      .filter(({ method }) => method === 'POST')
      .at(-1)
    expect(request?.json).toMatchObject({ prompt: 'a fox', style: 'linocut' })

    await inPage(() => window.figmaHost?.stop())
    await until(() => document.querySelector('iframe') === null)
    await inPage(() => window.figmaHost?.run())
    await waitUntilReady()
    await click('tab', '^History')
    await waitFor(...PICTURE)

    await vi.waitFor(async () => {
      for (const wanted of [...COPY, ...TOWARDS_COPY]) {
        const point = await find(wanted)
        if (!point) continue
        await engine.click(point.x, point.y, wanted === PICTURE ? 2 : 1)
        if (COPY.includes(wanted)) return
        break
      }
      expect.fail('There is nothing that copies the picture.')
    }, WAIT)
    // What was copied is an SVG of the user's own when it is pasted into the panel.
    await engine.paste()
    await waitFor('img', '^Pasted SVG$')
    await inPage(() => document.body.append(document.createElement('textarea')))
    await inPage(() => document.querySelector('textarea')?.focus())
    await engine.paste()
    await until(() => document.querySelector('textarea')?.value.startsWith('<svg'))
    expect(await inPage(() => window.figmaHost?.faults)).toEqual([])
  })
})
