import type { Browser } from 'playwright-core'
import { DEMO_KEY, type StandIn, type StandInOptions, startStandIn } from 'segmind-stand-in'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launchChromium } from './chromium'
import { panelControls } from './panel-controls'
import { openStage, type Stage, type StageOptions } from './panel-stage'

/** The stand-in reports every job as still being drawn. */
export const PROCESSING = {
  route: 'status',
  fault: { kind: 'answer', status: 200, body: { status: 'PROCESSING' } },
} as const

interface Equipment {
  readonly browser: Browser
  readonly standIn: StandIn
}

async function openEquipment(options: StandInOptions): Promise<Equipment> {
  const standIn = await startStandIn({
    ...{ tls: true, durationMs: 0, credits: 1000, requestsPerMinute: 100_000 },
    keys: [DEMO_KEY, 'SG_another'],
    ...options,
  })
  const port = standIn.tlsPort ?? 0
  const browser = await launchChromium({
    standIns: { 'api.segmind.com': port, 'images.segmind.com': port, 'replicate.delivery': port },
  })
  return { browser, standIn }
}

/** Returns the panel's content for screen readers, to find the cause of a failure; nothing if the page hangs. */
const textOf = ({ panel }: Stage): Promise<string> =>
  panel
    .locator('body')
    .ariaSnapshot({ timeout: 2000 })
    .catch(() => '(no answer)')

/** For all files of a worker that do not need their own stand-in. Closed with the worker. */
let shared: Promise<Equipment> | null = null

/**
 * A browser and a stand-in: shared, or the file's own if it passes options. Every stage that a test opens is closed after it, and
 * unexpected faults fail the test. Call it at the top of a `describe`.
 */
export function panelSuite(options?: StandInOptions) {
  let equipment: Equipment
  let stages: Stage[] = []
  /** Faults that the current test causes intentionally. */
  let expected: RegExp[] = []
  /** Index of the first request of the current test. */
  let first = 0

  beforeAll(async () => {
    if (!options) shared ??= openEquipment({})
    equipment = await (options ? openEquipment(options) : (shared as Promise<Equipment>))
  })

  afterAll(async () => {
    if (!options) return
    await equipment?.browser.close()
    await equipment?.standIn.close()
  })

  beforeEach(() => {
    stages = []
    expected = []
    equipment.standIn.setFaults([])
    equipment.standIn.setOutput(undefined)
    first = equipment.standIn.requests.length
  })

  afterEach(async ({ task }) => {
    const isFailed = task.result?.state === 'fail'
    for (const stage of stages) {
      if (isFailed) console.error(`The panel of "${task.name}" showed:\n${await textOf(stage)}`)
      await stage.close(isFailed)
      expect(stage.faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)))).toEqual([])
    }
  })

  const requests = () => equipment.standIn.requests.slice(first)

  return {
    get browser() {
      return equipment.browser
    },
    get standIn() {
      return equipment.standIn
    },
    /** The requests since the start of the test. */
    requests,
    /** The paid requests among them. */
    posts: () => requests().filter(({ method }) => method === 'POST'),
    /** Holds back every request for a picture until the returned function is called. */
    holdSubmits(): () => void {
      let release: (value?: unknown) => void = () => undefined
      const until = new Promise((done) => {
        release = done
      })
      equipment.standIn.setFaults([{ route: 'submit', fault: { kind: 'held', until } }])
      return release
    },
    expectFaults: (...patterns: RegExp[]) => {
      expected = patterns
    },
    async open(
      stageOptions: StageOptions = {},
    ): Promise<Stage & { readonly ui: ReturnType<typeof panelControls> }> {
      const stage = await openStage(equipment.browser, stageOptions)
      stages.push(stage)
      return { ...stage, ui: panelControls(stage.panel) }
    },
  }
}
