import type { Browser } from 'playwright-core'
import { type StandIn, type StandInOptions, startStandIn } from 'segmind-stand-in'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launchChromium } from './chromium'
import { openStage, type Stage, type StageOptions } from './panel-stage'

/**
 * One browser and one stand-in for a test file. Every stage that a test opens is closed after it, and whatever should
 * not have happened on it fails the test. Call it at the top of a `describe`.
 */
export function panelSuite(options: StandInOptions = {}) {
  let browser: Browser
  let standIn: StandIn
  let stages: Stage[] = []
  /** Faults that the running test provokes on purpose. */
  let expected: RegExp[] = []

  beforeAll(async () => {
    standIn = await startStandIn({
      tls: true,
      durationMs: 0,
      credits: 100,
      requestsPerMinute: 10_000,
      ...options,
    })
    const port = standIn.tlsPort ?? 0
    browser = await launchChromium({
      standIns: { 'api.segmind.com': port, 'images.segmind.com': port, 'replicate.delivery': port },
    })
  })
  afterAll(async () => {
    await browser?.close()
    await standIn?.close()
  })
  beforeEach(() => {
    stages = []
    expected = []
    standIn.setFaults([])
  })
  afterEach(async ({ task }) => {
    for (const stage of stages) {
      await stage.close(task.result?.state === 'fail')
      expect(stage.faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)))).toEqual([])
    }
  })

  return {
    get browser() {
      return browser
    },
    get standIn() {
      return standIn
    },
    expectFaults: (...patterns: RegExp[]) => {
      expected = patterns
    },
    async open(stageOptions: StageOptions = {}): Promise<Stage> {
      const stage = await openStage(browser, stageOptions)
      stages.push(stage)
      return stage
    },
  }
}
