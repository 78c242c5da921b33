import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * A browser that never answers its debugger: seen once in some thousand tests, and in none of 588 tries to see it again. Such a test is
 * tried once more, and named at the end of the run. No other failure is: what a test waits for in the panel has a shorter time limit.
 */
const HUNG = { count: 1, condition: /^Test timed out in/ }

/** One project by what its tests run in. Times in ms. */
const project = (name: string, timeout: number, retry = {}) => ({
  test: {
    name,
    // No file leaves anything to the next: what they import is read once for all of them.
    isolate: false,
    // Two cores: more browsers at once only get into each other's way.
    maxWorkers: 2,
    setupFiles: 'test/support/random-inputs.ts',
    include: [`test/${name}/**/*.test.{ts,tsx}`, `packages/*/test/${name}/**/*.test.ts`],
    testTimeout: timeout,
    retry,
    hookTimeout: 60_000,
    // A wait is a condition, not a measurement: generous, so that a busy machine changes nothing.
    expect: { poll: { timeout: 20_000 } },
  },
})

/** Folders of tests. What takes long begins first, so that both cores are busy to the end: what is left for then is short. */
const ORDER = ['/engines/', '/end-to-end/', '/browser/', '/unit/vector/', '/sandbox/', '/unit/']

class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => ORDER.findIndex((folder) => moduleId.includes(folder))
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  test: {
    globalSetup: 'test/support/global-setup.ts',
    sequence: { sequencer: SlowestFirst },
    reporters: [process.env.CI ? 'agent' : 'default', './test/support/totals-reporter.ts'],
    projects: [
      project('unit', 60_000),
      project('sandbox', 30_000),
      project('browser', 60_000, HUNG),
      project('end-to-end', 120_000, HUNG),
      project('engines', 120_000),
    ],
  },
})
