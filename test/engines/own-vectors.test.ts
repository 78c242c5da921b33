import { describe, expect, it } from 'vitest'
import { ENGINES, engineSuite } from '../support/engines/engine-user'
import { dispatchTransfer, svgFile, svgOf, type Transfer } from '../support/transfer-files'

const suite = engineSuite()

/** Runs in the panel: from now on, who opens the system's dialog chooses this file there. */
function chooseInDialog(name: string, text: string) {
  HTMLInputElement.prototype.click = function () {
    const data = new DataTransfer()
    data.items.add(new File([text], name, { type: 'image/svg+xml' }))
    this.files = data.files
    this.dispatchEvent(new Event('change'))
  }
}

/** Runs in the page: adds an icon of two red triangles, and selects it. */
function selectIcon() {
  window.figmaHost?.editor.build((b) => {
    const icon = b.frame({ name: 'icon', width: 48, height: 48, fill: [] })
    for (const x of [0, 24])
      b.vector({ in: icon, x, width: 20, height: 20, path: 'M 0 0 L 20 0 L 20 20 Z', fill: '#cc0000' })
    b.select(icon)
  })
}

/** Runs in the page: whether the icon has this number of layers. */
const hasLayers = (count: number) =>
  `() => window.figmaHost.snapshot().layers[0].children.length === ${count}`

/** Chromium does the same in the tests of the panel and in the end-to-end tests. */
const OTHERS = ENGINES.filter(([name]) => name !== 'Chromium')

describe.each(OTHERS)('in %s, a user without a key', (_name, kind) => {
  it('drops, pastes and chooses SVG files, and inserts them', async (test) => {
    const { engine, inPage, waitFor, click, until, waitForStatus } = await suite.open(test, kind)
    await waitFor('textbox', '^API key')
    const transfer = (...how: Transfer) =>
      engine.evaluate('panel', `(${dispatchTransfer})(null, ${JSON.stringify(how)})`)
    await transfer('dragover', [svgFile('dropped.svg')])
    await waitFor('button', '^Choose SVG files')
    await transfer('drop', [svgFile('dropped.svg')])
    await waitFor('img', '^dropped$')
    await transfer('paste', [svgFile('pasted.svg')])
    await waitFor('img', '^pasted$')
    await engine.evaluate('panel', `(${chooseInDialog})('chosen.svg', ${JSON.stringify(svgOf(320, 200))})`)
    await click('button', '^Choose SVG files')
    // What is out of sight is not drawn.
    await waitFor('gridcell', 'chosen$')
    await waitFor('img', '^chosen$')
    await click('button', '^Insert$')
    await waitForStatus(/Inserted on the canvas: 2 layers/)
    await until(() => window.figmaHost?.snapshot().layers[0]?.children.length === 2)
    expect(await inPage(() => window.figmaHost?.snapshot().layers)).toMatchObject([
      { name: 'chosen', width: 320, height: 200 },
    ])
    expect(await inPage(() => window.figmaHost?.faults)).toEqual([])
  })

  it('cleans selected vectors up in the panel, takes it back, and does it by the quick action', async (test) => {
    const { engine, inPage, click, until, waitForStatus } = await suite.open(test, kind)
    await inPage(selectIcon)
    await click('button', '^Clean up…$')
    await click('button', '^Clean up 1$')
    await waitForStatus(/1 layer cleaned up: from 2 shapes to 1 layer/)
    await until(hasLayers(1))
    await click('button', '^Undo$')
    await waitForStatus(/The layers are as they were/)
    await until(hasLayers(2))

    await inPage(() => {
      const { editor } = window.figmaHost ?? {}
      window.figmaHost?.stop()
      editor?.select(window.figmaHost?.snapshot().layers.map(({ id }) => id) ?? [])
    })
    const point = await inPage(() => {
      const buttons = [...document.querySelectorAll('.entry-points button')]
      const quick = buttons.find(({ textContent }) => textContent === 'Clean up selected vectors')
      quick?.scrollIntoView()
      const { x = 0, y = 0, width = 0, height = 0 } = quick?.getBoundingClientRect() ?? {}
      return { x: x + width / 2, y: y + height / 2 }
    })
    await engine.click(point.x, point.y)
    await until(hasLayers(1))
    await until(() => window.figmaHost?.running === false)
    expect(await inPage(() => window.figmaHost?.faults)).toEqual([])
  })
})
