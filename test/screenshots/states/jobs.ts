import type { FaultRule } from 'segmind-stand-in'
import { panelControls } from '../../support/panel-controls'
import { only, type Path, PROMPT, withKey } from './state'
import { forever, full, generate } from './steps'

const NEVER_DONE: FaultRule = {
  route: 'status',
  fault: { kind: 'answer', status: 200, body: { status: 'PROCESSING' } },
}

const NOT_FOUND: FaultRule = {
  route: 'status',
  fault: { kind: 'answer', status: 404, body: { error: 'Request 7d3f not found' } },
}

/** A request with this fault, which the panel reports with this title. */
const failing = (name: string, rule: FaultRule, title: string): Path =>
  only(name, { stage: withKey, faults: [rule] }, async (panel) => {
    await generate(panel)
    await panelControls(panel).waitForStatus(title)
  })

const hoursAgo = Date.now() - 3 * 60 * 60_000
const request = { prompt: PROMPT, style: 'any', size: '1024x1024' }
const entries = {
  sent: { attempt: 1, at: hoursAgo, via: 'queue', request },
  accepted: { requestId: '0f1c6d2a-93b4-4c1e-8a57-2f1d3b9e6c70', at: hoursAgo },
}

/** A job that was accepted and whose record is gone. */
const acceptedHoursAgo = {
  job: 'accepted',
  entries: Object.entries(entries).map(([kind, entry]) => ({ kind, text: JSON.stringify(entry) })),
  ...{ pictureBytes: null, otherBytes: 0 },
}

/** Four failed jobs of one prompt, each with another error. */
const FAILED = (
  [
    ['rejected', 'no', 'Flagged by the content filter'],
    ['insufficient-credits', 'no', null],
    ['unavailable', 'unknown', null],
    ['failed', 'no', null],
  ] as const
).map(([kind, charged, serverMessage], i) => {
  const at = Date.now() - 60_000 + i
  const error = {
    kind,
    charged,
    serverMessage,
    ...{ repeatable: false, status: null, host: null, requestId: null, resetAt: null },
  }
  const how = charged === 'unknown' ? 'unknown' : 'failed'
  const entries = {
    sent: { attempt: 1, at, via: 'queue', request },
    ended: { attempt: 1, at: at + 9, how, error },
  }
  return {
    job: `failed-${i}`,
    entries: Object.entries(entries).map(([name, entry]) => ({ kind: name, text: JSON.stringify(entry) })),
    ...{ pictureBytes: null, otherBytes: 0 },
  }
})

/** Jobs and their outcomes. */
export const JOBS: readonly Path[] = [
  only(
    'sending',
    { stage: withKey, faults: [{ route: 'submit', fault: { kind: 'held', until: forever } }] },
    async (panel) => {
      await generate(panel)
      await panel.getByRole('gridcell', { name: 'Sending' }).waitFor()
    },
  ),
  {
    stage: { settings: { ...withKey.settings, count: 4 } },
    faults: [NEVER_DONE],
    states: [
      {
        name: 'drawing',
        reach: async (panel) => {
          await generate(panel)
          await panel.getByRole('gridcell', { name: 'Drawing' }).first().waitFor()
        },
      },
      {
        name: 'background',
        reach: async (panel) => {
          const drawing = panel.getByRole('gridcell', { name: 'Drawing' }).first()
          await drawing.getByRole('button', { name: 'Cancel' }).click()
          await panelControls(panel).waitForStatus('Running in the background')
        },
      },
    ],
  },
  {
    stage: { settings: { ...withKey.settings, count: 4, atOnce: 4 } },
    states: [
      {
        name: 'ready-four',
        reach: async (panel) => {
          await generate(panel, 'Any', '1024 × 1024')
          for (let i = 0; i < 4; i += 1) await panelControls(panel).tiles.nth(i).locator('img').waitFor()
          await panelControls(panel).tiles.nth(0).click()
          await panelControls(panel)
            .tiles.nth(2)
            .click({ modifiers: ['ControlOrMeta'] })
          await panelControls(panel).button('Insert 2').waitFor()
        },
      },
      {
        name: 'batch-menu',
        reach: async (panel) => {
          await panelControls(panel).button('More for this prompt').click()
          await panel.getByRole('menuitem', { name: 'Select 4 images' }).waitFor()
        },
      },
    ],
  },
  only(
    'failed',
    { stage: { ...withKey, handlers: { 'journal.load': () => ({ jobs: FAILED }) } } },
    async (panel) => {
      await panel.getByRole('gridcell').nth(3).waitFor()
    },
  ),
  only(
    'preparing',
    {
      stage: {
        ...withKey,
        handlers: {
          'vector.load': () => ({
            source: 'var vector = { serve: (port) => port.postMessage({ type: "ready" }) }',
          }),
        },
      },
    },
    async (panel) => {
      await generate(panel)
      await panel.getByRole('gridcell', { name: PROMPT }).waitFor()
    },
  ),
  only('storage-full', { stage: { ...withKey, handlers: { 'journal.putPicture': full } } }, async (panel) => {
    await generate(panel)
    await panelControls(panel).button('Save as SVG').waitFor()
    await panel.getByRole('img', { name: PROMPT }).waitFor()
  }),
  failing(
    'key-refused',
    { route: 'submit', fault: { kind: 'answer', status: 401, body: { error: 'Invalid API key' } } },
    'Segmind did not accept the key.',
  ),
  failing(
    'rejected',
    { route: 'submit', fault: { kind: 'fail-job', error: 'The prompt was flagged by the content filter.' } },
    'Segmind could not draw this.',
  ),
  failing('may-have-been-charged', { route: 'submit', fault: { kind: 'html' } }, 'Segmind is not available'),
  failing(
    'rate-limited',
    { route: 'submit', fault: { kind: 'rate-limited' } },
    'Too many requests. It will be sent again automatically.',
  ),
  only('late', { stage: withKey, faults: [NOT_FOUND] }, async (panel) => {
    await generate(panel)
    await panel.getByRole('gridcell', { name: 'Later than usual' }).waitFor()
  }),
  only(
    'expired',
    {
      stage: { ...withKey, handlers: { 'journal.load': () => ({ jobs: [acceptedHoursAgo] }) } },
      faults: [NOT_FOUND],
    },
    (panel) => panel.getByRole('gridcell', { name: 'Expired' }).waitFor(),
  ),
]
