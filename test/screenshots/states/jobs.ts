import type { FaultRule } from 'segmind-stand-in'
import { hands } from '../../support/panel-hands'
import { only, type Path, PROMPT, withKey } from './state'
import { forever, full, generate } from './steps'

const NEVER_DONE: FaultRule = {
  route: 'status',
  fault: { kind: 'answer', status: 200, body: { status: 'PROCESSING' } },
}

/** A request that meets this fault, which the panel tells of with these words. */
const failing = (name: string, rule: FaultRule, title: string): Path =>
  only(name, { stage: withKey, faults: [rule] }, async (panel) => {
    await generate(panel)
    await hands(panel).says(title)
  })

const hoursAgo = Date.now() - 3 * 60 * 60_000
const request = { prompt: PROMPT, style: 'any', size: '1024x1024' }
const entries = {
  sent: { attempt: 1, at: hoursAgo, via: 'queue', request },
  accepted: { requestId: '0f1c6d2a-93b4-4c1e-8a57-2f1d3b9e6c70', at: hoursAgo },
}

/** A job that the service took, and whose record it has no more. */
const acceptedHoursAgo = {
  job: 'accepted',
  entries: Object.entries(entries).map(([kind, entry]) => ({ kind, text: JSON.stringify(entry) })),
  ...{ pictureBytes: null, otherBytes: 0 },
}

/** What became of what was asked for. */
export const JOBS: readonly Path[] = [
  failing('sending', { route: 'submit', fault: { kind: 'held', until: forever } }, 'Sending the prompt…'),
  {
    stage: withKey,
    faults: [NEVER_DONE],
    states: [
      {
        name: 'drawing',
        reach: async (panel) => {
          await generate(panel)
          await hands(panel).says('Drawing…')
        },
      },
      {
        name: 'cancelled',
        reach: async (panel) => {
          await hands(panel).cancel.click()
          await hands(panel).says('You stopped waiting.')
        },
      },
    ],
  },
  only('several', { stage: withKey, faults: [NEVER_DONE] }, async (panel) => {
    for (const prompt of ['A sailing boat', 'An owl on a branch', 'A coffee cup'])
      await hands(panel).ask(prompt)
    await panel.locator('.job-row').getByText('Starts when another picture is done…').waitFor()
  }),
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
      await panel.getByRole('progressbar', { name: 'Progress of the layers' }).waitFor()
    },
  ),
  only('storage-full', { stage: { ...withKey, handlers: { 'journal.putPicture': full } } }, async (panel) => {
    await generate(panel)
    await hands(panel).button('Save as SVG').waitFor()
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
  {
    // Both take several questions, and are asked about at the same time.
    stage: { ...withKey, handlers: { 'journal.load': () => ({ jobs: [acceptedHoursAgo] }) } },
    faults: [
      { route: 'status', fault: { kind: 'answer', status: 404, body: { error: 'Request 7d3f not found' } } },
    ],
    states: [
      {
        name: 'late',
        reach: async (panel) => {
          await generate(panel)
          await panel.getByRole('region', { name: 'Segmind does not show this picture yet.' }).waitFor()
        },
      },
      {
        name: 'expired',
        reach: (panel) =>
          panel
            .getByRole('region', { name: 'Segmind’s record of this picture is gone.' })
            .scrollIntoViewIfNeeded(),
      },
    ],
  },
]
