import type { Browser } from 'playwright-core'
import { DEMO_KEY, type StandIn, type StandInOptions, startStandIn } from 'segmind-stand-in'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launchChromium } from './chromium'
import { hands } from './panel-hands'
import { openStage, type Stage, type StageOptions } from './panel-stage'

/** The stand-in says of every job that it is still being drawn. */
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

/** What a screen reader finds on a panel, to look for the cause of a failure; a page that hangs says nothing. */
const textOf = ({ panel }: Stage): Promise<string> =>
  panel
    .locator('body')
    .ariaSnapshot({ timeout: 2000 })
    .catch(() => '(no answer)')

/** For all files of a worker that need no stand-in of their own. It ends with the worker. */
let shared: Promise<Equipment> | null = null

/**
 * A browser and a stand-in: the shared ones, or those of the file where it gives options. Every stage that a test opens is
 * closed after it, and whatever should not have happened on it fails the test. Call it at the top of a `describe`.
 */
export function panelSuite(options?: StandInOptions) {
  let equipment: Equipment
  let stages: Stage[] = []
  /** Faults that the running test provokes on purpose. */
  let expected: RegExp[] = []
  /** The first request of the running test. */
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
    /** What the stand-in was asked since the test began. */
    requests,
    /** The paid requests among them. */
    posts: () => requests().filter(({ method }) => method === 'POST'),
    /** Holds every request for a picture back until the function that it returns is called. */
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
    async open(stageOptions: StageOptions = {}): Promise<Stage & { readonly ui: ReturnType<typeof hands> }> {
      const stage = await openStage(equipment.browser, stageOptions)
      stages.push(stage)
      return { ...stage, ui: hands(stage.panel) }
    },
  }
}
