import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with its totals on one plain line, which any script can read. */
export default class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 }
    const again: string[] = []
    const skipped: string[] = []
    for (const module of modules) {
      // A file that does not even load holds no tests, and has failed all the same.
      if (module.state() === 'failed' && module.errors().length > 0) count.failed += 1
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state !== 'pending') count[result.state] += 1
        if (result.state === 'skipped' && result.note) skipped.push(`${test.fullName}: ${result.note}`)
        if (test.diagnostic()?.flaky) again.push(`${module.moduleId}: ${test.fullName}`)
      }
    }
    process.on('exit', () => {
      for (const name of skipped) process.stdout.write(`skipped: ${name}\n`)
      for (const name of again) process.stdout.write(`hung once, passed the second time: ${name}\n`)
      process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`)
    })
  }
}
