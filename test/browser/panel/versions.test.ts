import { afterEach, describe, expect, it } from 'vitest'
import type { Handlers, Params, RequestName } from '../../../src/protocol/channel'
import type { codeContract } from '../../../src/protocol/contract'
import { RequestFailure } from '../../../src/protocol/fault'
import { type CodeStage, openCode } from '../../support/code-stage'
import { keptPictures } from '../../support/kept-pictures'
import type { Panel } from '../../support/panel'
import { isFocused, panelControls, promptsOf, withKey } from '../../support/panel-controls'
import type { Stage, StageOptions } from '../../support/panel-stage'
import { panelSuite } from '../../support/panel-suite'
import { type StoringVersion, storeOf } from '../../support/stored-values'

type Sandbox = Handlers<typeof codeContract>

const pictures = (panel: Panel) => panel.getByRole('gridcell')

const suite = panelSuite()

describe('storage of another version', () => {
  let code: CodeStage | null = null
  afterEach(() => {
    expect(code?.faults).toEqual([])
    code?.close()
    code = null
  })

  /** Opens the panel, with the built sandbox code on such a device behind it. */
  async function open(version: StoringVersion): Promise<Stage & { readonly code: CodeStage }> {
    const sandbox = await openCode(await storeOf(version))
    code = sandbox
    const answer = <N extends RequestName<typeof codeContract>>(name: N) =>
      (async (params: Params<typeof codeContract, N>) => {
        const reply = await sandbox.panel.request(name, params)
        if (!reply.ok) throw new RequestFailure(reply.error.code, reply.error.message)
        return reply.value
      }) as unknown as Sandbox[N]
    const handlers = {
      'settings.load': answer('settings.load'),
      'settings.save': answer('settings.save'),
      'journal.load': answer('journal.load'),
      'journal.put': answer('journal.put'),
      'journal.picture': answer('journal.picture'),
      'journal.remove': answer('journal.remove'),
      'picture.insert': answer('picture.insert'),
    }
    return { ...(await suite.open({ ...withKey, handlers })), code: sandbox }
  }

  const frames = ({ editor }: CodeStage) =>
    editor
      .snapshot()
      .layers.map(({ name, absoluteBoundingBox: box }) => `${name} ${box?.width}×${box?.height}`)

  it('of 0.1 is shown: pictures to insert, a star, and the outcomes of the other jobs', async () => {
    suite.expectFaults(/Failed to load resource/)
    const { panel, code: sandbox } = await open('0.1')
    const ui = panelControls(panel)
    await panel.getByRole('tabpanel').getByText('Segmind says: “content policy”.').waitFor()
    await ui.tab('History').click()
    await expect
      .poll(() => promptsOf(panel))
      .toEqual(['an owl at night', 'a red fox 🦊, starred', 'a sample hill'])
    expect(await panel.getByText('another version').count()).toBe(0)
    await ui.openPicture('an owl at night')
    await ui.button('Prompt').first().click()
    await expect.poll(() => ui.readDetails()).toMatchObject({ Style: 'Linocut', Size: '1365 × 1024' })
    await ui.insert.click()
    await ui.waitForStatus('Inserted on the canvas')
    expect(frames(sandbox)).toEqual(['an owl at night 1365×1024'])
    await ui.button('Back to History').click()
    await ui.tab('Settings').click()
    await ui.tab('Create').click()
    expect(await ui.style('Linocut').isChecked()).toBe(true)
    // What was deleted in the last session is removed now.
    expect(
      (await sandbox.store.keys()).filter((key) => key.startsWith('job/4bc1f57dcc452210b8afdb9f/')),
    ).toEqual([])
  })

  it('of a later version is shown with its texts, and all possible actions', async () => {
    const { panel, code: sandbox } = await open('later')
    const ui = panelControls(panel)
    await ui.tab('History').click()
    await expect.poll(() => promptsOf(panel)).toEqual(['a lighthouse', 'a red door', 'a heron in the reeds'])
    await panel.getByRole('searchbox').fill('watercolor_2')
    await expect.poll(() => promptsOf(panel)).toEqual(['a heron in the reeds'])
    await pictures(panel).press('s')
    await ui.waitForStatus('Starred.')
    await ui.openPicture('a heron in the reeds')
    await ui.button('Prompt').first().click()
    await expect.poll(() => ui.readDetails()).toMatchObject({ Style: 'watercolor_2', Size: '4096 × 4096' })
    await ui.insert.click()
    await ui.waitForStatus('Inserted on the canvas: 2 layers.')
    expect(frames(sandbox)).toEqual(['a heron in the reeds 4096×4096'])

    const note =
      'Not offered in this version: model “recraft-v99-svg”, style “watercolor_2”, and size “4096 × 4096”. The form keeps its own choice.'
    expect(await ui.button('Variation').isDisabled()).toBe(true)
    await ui.button('Edit prompt').click()
    await ui.waitForStatus(note)
    await panel.getByRole('tabpanel').getByText(note).waitFor()
    expect(await ui.prompt.inputValue()).toBe('a heron in the reeds')
    expect(await ui.style('Any').isChecked()).toBe(true)
    await ui.style('Linocut').check()
    await panel.getByRole('tabpanel').getByText(note).waitFor({ state: 'detached' })
  })

  it('of a later version with an unknown request or picture says so, and nothing is sent', async () => {
    const { panel } = await open('later')
    const ui = panelControls(panel)
    const row = panel.getByRole('gridcell', { name: ', a retired model' })
    await row.getByText('Not charged. Segmind says: “This model is retired”.', { exact: true }).waitFor()
    await row.getByRole('button', { name: 'Edit prompt' }).click()
    await expect.poll(() => ui.prompt.inputValue()).toBe('a retired model')
    await ui.waitForStatus(
      'Not offered in this version: style “watercolor_2”. The form keeps its own choice.',
    )
    await ui.tab('History').click()
    await ui.waitForStatus('A newer version of Inkwright stored this image.')
    await panel.getByRole('gridcell', { name: 'a lighthouse' }).press('Delete')
    await expect.poll(() => pictures(panel).count()).toBe(2)
    const posts = suite.posts()
    expect(posts).toEqual([])
  })

  it('with unreadable jobs is counted in one line, and deleted after asking', async () => {
    const { panel, code: sandbox } = await open('later')
    const ui = panelControls(panel)
    const jobKeys = async () => (await sandbox.store.keys()).filter((key) => key.startsWith('job/'))
    const before = await jobKeys()
    await ui.tab('History').click()
    const line = panel.getByText('4 items from another version, 2 kB')
    await line.waitFor()
    expect(await jobKeys()).toEqual(before)
    const button = panel.getByRole('button', { name: 'Delete', exact: true })
    await button.click()
    await ui.button('Keep').click()
    await button.click()
    await ui.button('Delete 4 items').click()
    await ui.waitForStatus('Deleted.')
    await line.waitFor({ state: 'detached' })
    expect(await ui.tab('History').evaluate(isFocused)).toBe(true)
    const jobs = new Set((await sandbox.store.keys()).map((key) => key.split('/')[1]).filter(Boolean))
    expect([...jobs].sort()).toEqual([
      'a0000000000000000000aaaa',
      'b0000000000000000000bbbb',
      'c0000000000000000000cccc',
      'd0000000000000000000dddd',
    ])
    expect(await sandbox.store.get('job/a0000000000000000000aaaa/colors')).toEqual(['#f4e3c8', '#2f6b5e'])
    expect(await pictures(panel).count()).toBe(3)
  })
})

describe('a device with a limited browser', () => {
  /** Opens a panel in an engine that lacks what the script removes. */
  async function openWithout(what: string, options: StageOptions): Promise<Stage> {
    const stage = await suite.open({ ...withKey, ...options, held: true })
    await panelControls(stage.panel).prompt.waitFor()
    const frame = stage.page.frames().find((each) => each.url().startsWith('data:'))
    await frame?.evaluate(`${what} = class { constructor() { throw new TypeError('unsupported') } }`)
    stage.start()
    return stage
  }

  it('says that it cannot decompress a stored picture', async () => {
    const journal = keptPictures([{ prompt: 'a red fox' }])
    const { panel } = await openWithout('DecompressionStream', { journal })
    const ui = panelControls(panel)
    await ui.tab('History').click()
    await ui.waitForStatus('This browser cannot decompress the image.')
    await pictures(panel).getByText('This browser cannot decompress the image.').waitFor()
    expect(journal.size).toBe(1)
  })
})
