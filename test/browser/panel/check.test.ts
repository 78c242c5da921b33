import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import { FACTS } from '../../../src/protocol/check'
import type { Picture } from '../../../src/protocol/contract'
import { withKey } from '../../support/panel-controls'
import type { Stage, StageOptions } from '../../support/panel-stage'
import { panelSuite } from '../../support/panel-suite'
import { insertedOf } from '../../support/picture'

const suite = panelSuite()

type Opened = Awaited<ReturnType<typeof suite.open>>

async function openCheck(options: StageOptions = withKey): Promise<Opened> {
  // Requests without a key, and for a job that does not exist.
  suite.expectFaults(/Failed to load resource|CORS/)
  const stage = await suite.open(options)
  await stage.ui.tab('Settings').click()
  await stage.ui.button('Check this installation').click()
  return stage
}

/** Runs the check and returns the copied report. */
async function report({ ui }: Opened): Promise<string> {
  await ui.button('Start check').click()
  await ui.button('Copy report').click()
  await ui.waitForStatus('Report copied.')
  await ui.tab('Create').click()
  await ui.prompt.press('ControlOrMeta+v')
  const text = await ui.prompt.inputValue()
  await ui.prompt.fill('')
  return text
}

const differing = (text: string) =>
  [...text.matchAll(/^\[(?:Differs|Problem)\] (.*?)\. Expected/gm)].map(([, name]) => name)

describe('checking this installation', () => {
  it('says that everything is as expected, in a report without the key, and orders nothing', async () => {
    const stage = await openCheck()
    const text = await report(stage)
    expect(differing(text)).toEqual([])
    expect(text).toMatch(/^Inkwright \d+\.\d+\.\d+, check of .*\nEditor: figma\nBrowser: /)
    expect(text).toContain('Everything is as expected.')
    const balance = await stage.panel.getByRole('button', { name: /^Balance/ }).textContent()
    expect(text).toContain(`[As expected] Balance. Expected: Enough for one image. Found: ${balance}.`)
    expect(text).not.toContain(DEMO_KEY)
    // The POSTs were refused, so they are free.
    expect(suite.posts().map(({ headers }) => headers['x-api-key'])).toEqual(
      Array(2).fill('check-without-key'),
    )
  })

  it('shows the progress, and stops at Cancel', async () => {
    let stops = 0
    const stage = await openCheck({
      ...withKey,
      handlers: {
        'check.run': ({ group }) =>
          group === 'canvas'
            ? new Promise<never>(() => undefined)
            : { findings: FACTS[group].map((id) => ({ id, verdict: 'good' as const, found: '' })) },
        'check.stop': () => {
          stops += 1
          return {}
        },
      },
    })
    const { ui, panel } = stage
    await ui.button('Start check').click()
    await panel.getByRole('progressbar', { name: 'Checking: Canvas…' }).waitFor()
    await panel.getByText('18 as expected').waitFor()
    await ui.cancel.click()
    await ui.waitForStatus('Stopped. What was tried is removed.')
    await ui.button('Start check').waitFor()
    expect(stops).toBe(1)
    expect(suite.posts()).toEqual([])
  })

  it('orders one picture if requested, which stays in History', async () => {
    const { ui, panel } = await openCheck()
    await panel.getByRole('checkbox', { name: 'Also draw one image · $0.10' }).check()
    await ui.button('Start check · $0.10').click()
    await ui.button('Network').click()
    await panel.getByText(/^drawn in \d+ s$/).waitFor()
    expect(suite.posts().filter(({ headers }) => headers['x-api-key'] === DEMO_KEY)).toHaveLength(1)
    // The next check is free by default.
    expect(await panel.getByRole('checkbox', { name: /^Also draw/ }).isChecked()).toBe(false)
    await ui.tab('History').click()
    await panel.getByRole('gridcell', { name: 'a red fox' }).waitFor()
  })

  it('remembers how much space it found', async () => {
    const { ui, settings, panel } = await openCheck({
      ...withKey,
      handlers: {
        'check.run': ({ group }) => ({
          findings:
            group === 'storage' ? [{ id: 'storage-limit', verdict: 'differs', found: '2100000' }] : [],
        }),
      },
    })
    await ui.button('Start check').click()
    await ui.button('Copy report').waitFor()
    await panel.getByText('Found: 2.1 MB.').waitFor()
    await ui.button('Back to Settings').click()
    await panel.getByRole('region', { name: 'Storage' }).getByText('0 of 2.1 MB').waitFor()
    expect(settings().space).toBe(2_100_000)
  })

  it('says why no picture can be ordered, and does not order one', async () => {
    const { ui, panel } = await openCheck({})
    await panel.getByRole('checkbox', { name: /^Also draw/ }).check()
    await panel.getByText('Save your key first.').waitFor()
    await ui.button('Start check').click()
    await ui.button('Copy report').waitFor()
    expect(suite.posts()).toHaveLength(2)
  })
})

/** Changes the panel's window before the check. */
const inPanel = (change: () => void) => async (stage: Stage) => {
  for (const frame of stage.page.frames()) await frame.evaluate(change)
}

const PANEL_VARIANTS: readonly [name: string, change: (stage: Stage) => Promise<void> | void][] = [
  [
    'Background work',
    inPanel(() => {
      Object.assign(window, { Worker: undefined })
    }),
  ],
  [
    'Compression',
    inPanel(() => {
      Object.assign(window, { CompressionStream: undefined })
    }),
  ],
  [
    'Copying',
    inPanel(() => {
      document.queryCommandSupported = () => false
    }),
  ],
  ['Theme colors', inPanel(() => document.getElementById('figma-style')?.remove())],
  [
    'Keyboard focus',
    inPanel(() => {
      document.hasFocus = () => false
    }),
  ],
  [
    'Key',
    () => {
      suite.standIn.setFaults([
        { route: 'credits', fault: { kind: 'answer', status: 401, body: { error: 'Invalid API key' } } },
      ])
    },
  ],
]

describe('a panel in a limited environment', () => {
  let expected: string[] | undefined

  async function inserted(change?: (stage: Stage) => Promise<void> | void) {
    const pictures: Picture[] = []
    const stage = await openCheck({
      // The stand-in paints each picture in other colors, so that the layers must not depend on them.
      settings: { ...withKey.settings, layers: 'as-drawn' },
      handlers: {
        'picture.insert': (insertion) => {
          pictures.push(...insertion.pictures)
          return insertedOf(12)
        },
      },
    })
    await change?.(stage)
    const text = await report(stage)
    suite.standIn.setFaults([])
    suite.standIn.switchCors(true)
    await stage.ui.generatePicture('a fox')
    await stage.ui.insert.click()
    await expect.poll(() => pictures.length).toBe(1)
    const outlines = pictures.flatMap(({ parts }) => parts.join('').match(/ d="[^"]*"/g) ?? [])
    return { text, outlines }
  }

  it('reports that drops do not arrive', async () => {
    expect(differing(await report(await openCheck({ ...withKey, dropsArrive: false })))).toEqual([
      'Dragging to the canvas',
    ])
  })

  it('reports that Segmind’s answers cannot be read, and generates once they can be', async () => {
    const { text } = await inserted(() => suite.standIn.switchCors(false))
    expect(differing(text)).toEqual(['Answers', 'Progress of a job'])
    expect(text).toContain('Found: blocked-by-cors')
  })

  it.each(PANEL_VARIANTS)('reports %s, and the picture is the same', async (name, change) => {
    const { text, outlines } = await inserted(change)
    expect(differing(text)).toEqual([name])
    expected ??= (await inserted()).outlines
    expect(outlines.length).toBeGreaterThan(10)
    expect(outlines.join() === expected.join()).toBe(true)
  })
})
