import type { FaultRule } from 'segmind-stand-in'
import { RequestFailure } from '../../../src/protocol/fault'
import { hands } from '../../support/panel-hands'
import { PROMPT, type State, withKey } from './state'
import { forever, generate } from './ways'

const NEVER_DONE: FaultRule = {
  route: 'status',
  fault: { kind: 'answer', status: 200, body: { status: 'PROCESSING' } },
}

const failing = (name: string, rule: FaultRule, title: string): State => ({
  name,
  stage: withKey,
  faults: [rule],
  reach: async (panel) => {
    await generate(panel)
    await hands(panel).says(title)
  },
})

const HOUR = 60 * 60_000
const hoursAgo = Date.now() - 3 * HOUR

/** A job that the service took, and whose record it has no more. */
const acceptedHoursAgo = {
  job: 'accepted',
  entries: [
    {
      kind: 'sent',
      text: JSON.stringify({
        attempt: 1,
        at: hoursAgo,
        via: 'queue',
        request: { prompt: PROMPT, style: 'any', size: '1024x1024' },
      }),
    },
    {
      kind: 'accepted',
      text: JSON.stringify({ requestId: '0f1c6d2a-93b4-4c1e-8a57-2f1d3b9e6c70', at: hoursAgo }),
    },
  ],
  pictureBytes: null,
  otherBytes: 0,
}

/** What became of what was asked for. */
export const JOBS: readonly State[] = [
  {
    name: 'sending',
    stage: withKey,
    faults: [{ route: 'submit', fault: { kind: 'held', until: forever } }],
    reach: async (panel) => {
      await generate(panel)
      await hands(panel).says('Sending the prompt…')
    },
  },
  {
    name: 'drawing',
    stage: withKey,
    faults: [NEVER_DONE],
    reach: async (panel) => {
      await generate(panel)
      await hands(panel).says('Drawing…')
    },
  },
  {
    name: 'preparing',
    stage: {
      ...withKey,
      handlers: {
        'vector.load': () => ({
          source: 'var vector = { serve: (port) => port.postMessage({ type: "ready" }) }',
        }),
      },
    },
    reach: async (panel) => {
      await generate(panel)
      await panel.getByRole('progressbar', { name: 'Progress of the layers' }).waitFor()
    },
  },
  {
    name: 'several',
    stage: withKey,
    faults: [NEVER_DONE],
    reach: async (panel) => {
      for (const prompt of ['A sailing boat', 'An owl on a branch', 'A coffee cup']) {
        await hands(panel).prompt.fill(prompt)
        await hands(panel).generate.click()
      }
      await panel.locator('.job-row').getByText('Starts when another picture is done…').waitFor()
    },
  },
  {
    name: 'cancelled',
    stage: withKey,
    faults: [NEVER_DONE],
    reach: async (panel) => {
      await generate(panel)
      await hands(panel).says('Drawing…')
      await hands(panel).cancel.click()
      await hands(panel).says('You stopped waiting.')
    },
  },
  {
    name: 'no-room',
    stage: {
      ...withKey,
      handlers: {
        'journal.putPicture': () => {
          throw new RequestFailure('storage-full', 'full')
        },
      },
    },
    reach: async (panel) => {
      await generate(panel)
      await hands(panel).button('Save as SVG').waitFor()
      await panel.getByRole('img', { name: PROMPT }).waitFor()
    },
  },
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
  failing(
    'late',
    { route: 'status', fault: { kind: 'answer', status: 404, body: { error: 'Request 7d3f not found' } } },
    'Segmind does not show this picture yet.',
  ),
  {
    name: 'expired',
    stage: { ...withKey, handlers: { 'journal.load': () => ({ jobs: [acceptedHoursAgo] }) } },
    reach: (panel) => hands(panel).says('Segmind’s record of this picture is gone.'),
  },
  failing('may-have-been-charged', { route: 'submit', fault: { kind: 'html' } }, 'Segmind is not available'),
  failing(
    'rate-limited',
    { route: 'submit', fault: { kind: 'rate-limited' } },
    'Too many requests: it is sent again by itself.',
  ),
]
