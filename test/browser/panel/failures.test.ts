import { DEMO_KEY, type Fault } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import { type FaultCode, RequestFailure } from '../../../src/protocol/fault'
import { journalOf } from '../../support/kept-pictures'
import { failing, isFocused, panelControls, withKey } from '../../support/panel-controls'
import { NO_SETTINGS } from '../../support/panel-stage'
import { panelSuite } from '../../support/panel-suite'

const answer = (status: number, body: unknown = { error: 'from the server' }): Fault => ({
  kind: 'answer',
  status,
  body,
})

const suite = panelSuite()

describe('an error before the picture arrives', () => {
  // The texts of all errors are tested elsewhere: here is one for each kind of cost, and for each stage.
  const cases: [string, Fault, string, string, string][] = [
    ['401', answer(401), 'Segmind did not accept the key.', 'Key refused', 'Not charged.'],
    [
      '502',
      { kind: 'html' },
      'Segmind is not available right now.',
      'Maybe charged',
      'It may have been charged.',
    ],
    [
      'FAILED',
      { kind: 'fail-job', error: 'no' },
      'Segmind could not draw this.',
      'Not drawn',
      'Not charged.',
    ],
  ]
  it.each(cases)(
    '%s is explained in plain words, with its cost',
    async (_name, fault, title, short, cost) => {
      suite.expectFaults(/Failed to load resource/)
      suite.standIn.setFaults([{ route: 'submit', fault }])
      const { panel, ui } = await suite.open(withKey)
      await ui.submitPrompt('a fox')
      await ui.waitForStatus(title)
      const said = await ui.status.textContent()
      expect(said).toContain(cost)
      expect(said).not.toMatch(/undefined|null|\[object|Error:|SG_/)
      await panel.getByRole('gridcell', { name: `${short}, a fox` }).waitFor()
      await ui.removeFailed()
      await expect.poll(() => ui.tiles.count()).toBe(0)
    },
  )

  it('is reported from its tile, with the error as subject, and Back returns there', async () => {
    suite.expectFaults(/Failed to load resource/)
    suite.standIn.setFaults([{ route: 'submit', fault: answer(400) }])
    const { panel, ui, page } = await suite.open(withKey)
    await ui.submitPrompt('a secret fox')
    await ui.waitForStatus('Segmind refused the request.')
    await ui.menu('More', 'Report a problem')
    const report = panel.getByRole('textbox', { name: 'Report' })
    await expect.poll(() => report.inputValue()).toContain('About: rejected, charged: no')
    expect(await report.inputValue()).toContain('image 1 ended (failed, rejected, charged: no)')
    expect(await report.inputValue()).not.toContain('fox')
    await page.keyboard.press('Escape')
    await panel.getByRole('gridcell', { name: /a secret fox/ }).waitFor()
    const more = panel.getByRole('button', { name: 'More', exact: true })
    await expect.poll(() => more.evaluate(isFocused)).toBe(true)
  })

  it('with status 429 is waited out visibly, and the request is sent again automatically', async () => {
    suite.expectFaults(/Failed to load resource/)
    const resetAt = new Date(Date.now() + 3000).toISOString()
    suite.standIn.setFaults([{ route: 'submit', times: 1, fault: { kind: 'rate-limited', resetAt } }])
    const { panel, ui } = await suite.open(withKey)
    await ui.submitPrompt('a fox')
    await ui.waitForStatus('Too many requests. It will be sent again automatically.')
    await panel.getByText(/Retrying in 0:\d\d/).waitFor()
    await ui.insert.waitFor()
  })

  it('quotes the server’s message as text', async () => {
    suite.expectFaults(/Failed to load resource/)
    suite.standIn.setFaults([
      { route: 'submit', fault: answer(400, { error: '<img src=x onerror=alert(1)> bad' }) },
    ])
    const { panel, ui } = await suite.open(withKey)
    await ui.submitPrompt('a fox')
    await panel.getByText('Segmind says: “<img src=x onerror=alert(1)> bad”.').first().waitFor()
    expect(await panel.locator('img').count()).toBe(0)
  })

  it('of the connection may have been charged, and nothing is sent again automatically', async () => {
    suite.expectFaults(/Failed to load resource/)
    const { ui, page } = await suite.open(withKey)
    await ui.prompt.fill('a fox')
    suite.standIn.setFaults([{ route: 'submit', fault: { kind: 'answer-lost' } }])
    // Counted in the panel, because Chromium itself repeats a request, invisibly to the page, if a connection that was used before (here
    // for the preflight) dies without a response.
    const sent: string[] = []
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
    await ui.generate.click()
    await ui.waitForStatus('The connection to Segmind failed.')
    expect(await ui.status.textContent()).toContain('It may have been charged.')
    expect(sent).toEqual(['https://api.segmind.com/v2/recraft-v3-svg'])
    suite.standIn.setFaults([])
    await ui.button('Try again').click()
    await ui.insert.waitFor()
  })

  it('while the browser is offline is shown, sends nothing, and ends automatically', async () => {
    const { panel, ui, page } = await suite.open(withKey)
    await ui.prompt.fill('a fox')
    await page.context().setOffline(true)
    await panel.getByRole('region', { name: 'You’re offline.' }).waitFor()
    await ui.waitForStatus('Images arrive when you’re back online.')
    expect(await ui.generate.isDisabled()).toBe(true)
    await ui.prompt.press('Control+Enter')
    await page.context().setOffline(false)
    await panel.getByRole('region', { name: 'You’re offline.' }).waitFor({ state: 'detached' })
    expect(suite.posts()).toEqual([])
    await ui.generate.click()
    await ui.insert.waitFor()
  })

  it('with status 404 makes the job late, which can be stopped and checked again', async () => {
    suite.expectFaults(/Failed to load resource/)
    suite.standIn.setFaults([{ route: 'status', fault: answer(404, { detail: 'Request not found' }) }])
    const { panel, ui } = await suite.open(withKey)
    await ui.submitPrompt('a late fox')
    const late = panel.getByRole('gridcell', { name: 'Later than usual, a late fox' })
    await late.getByText('Segmind says: “Request not found”.').waitFor()
    await ui.waitForStatus('Inkwright keeps checking, which costs nothing.')
    await late.getByRole('button', { name: 'Stop checking' }).click()
    await ui.waitForStatus('You stopped waiting.')
    expect(await ui.status.textContent()).toContain('Checking again costs nothing.')
    suite.standIn.setFaults([])
    await ui.button('Check again').click()
    await panel.getByRole('img', { name: 'a late fox' }).waitFor()
    expect(suite.posts()).toHaveLength(1)
  })

  it('after an hour says where the picture may be, with its request ID to copy', async () => {
    suite.expectFaults(/Failed to load resource/)
    const at = Date.now() - 7_200_000
    const request = { prompt: 'an old fox', style: 'any', size: '1024x1024' }
    const entries = {
      sent: { attempt: 1, at, via: 'queue', request },
      accepted: { requestId: '3f0c5d1e-gone', at },
    }
    const { panel, ui } = await suite.open({ ...withKey, journal: journalOf('old', entries) })
    const gone = panel.getByRole('gridcell', { name: 'Expired, an old fox' })
    await gone.getByText('Look for its request ID in Generations at cloud.segmind.com').waitFor()
    await gone
      .getByRole('button', { name: 'Copy request ID' })
      .or(gone.getByRole('button', { name: 'More' }))
      .first()
      .waitFor()
    await ui.menu('More', 'Copy request ID')
    await ui.waitForStatus('Copied.')
  })
})

describe('a service that sends no CORS headers', () => {
  const suite = panelSuite({ cors: false })

  it('is distinguished from being offline', async () => {
    suite.expectFaults(/Failed to load resource|CORS/)
    const { ui } = await suite.open(withKey)
    await ui.submitPrompt('a fox')
    await ui.waitForStatus('The browser blocked Segmind’s answer.')
  })
})

describe('an error in the sandbox', () => {
  it('while reading the settings is shown, with a retry', async () => {
    let works = false
    const { panel } = await suite.open({
      handlers: {
        'settings.load': () => {
          if (works) return NO_SETTINGS
          throw new RequestFailure('storage-unavailable', 'no storage')
        },
      },
    })
    await panel.getByRole('region', { name: 'The settings could not be read or saved.' }).waitFor()
    works = true
    await panelControls(panel).button('Try again').click()
    await panelControls(panel).saveKey.waitFor()
  })

  it('while saving the key keeps the key in the field', async () => {
    const { ui } = await suite.open({ handlers: { 'settings.save': failing('storage-full') } })
    await ui.key.fill(DEMO_KEY)
    await ui.saveKey.click()
    await ui.waitForStatus('Storage is full, so the key was not saved.')
    expect(await ui.key.inputValue()).toBe(DEMO_KEY)
  })

  it('while inserting leaves the picture in the panel', async () => {
    let code: FaultCode = 'import-empty'
    const { ui } = await suite.open({
      ...withKey,
      handlers: {
        'picture.insert': () => {
          throw new RequestFailure(code, 'no')
        },
      },
    })
    await ui.submitPrompt('a fox')
    for (const [next, title] of [
      ['import-empty', 'Figma found nothing to draw in this image.'],
      ['unexpected', 'The image was not inserted.'],
    ] as const) {
      code = next
      await ui.insert.click()
      await ui.waitForStatus(title)
      expect(await ui.insert.isEnabled()).toBe(true)
    }
  })

  it('outside of any request is shown', async () => {
    suite.expectFaults(/console: the sandbox stumbled/)
    const { panel, mainThread } = await suite.open(withKey)
    await panelControls(panel).prompt.waitFor()
    mainThread.emit('fault', { message: 'the sandbox stumbled' })
    await panelControls(panel).waitForStatus('Something in Inkwright went wrong.')
  })
})
