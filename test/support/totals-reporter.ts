import type { Reporter, TestModule } from 'vitest/node'

/** Prints the totals of a run in one plain line, which scripts can read. */
export default class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 }
    const again: string[] = []
    /** The number of skipped tests of each group and reason. */
    const skipped = new Map<string, number>()
    for (const module of modules) {
      // A file that cannot be loaded contains no tests, but has failed.
      if (module.state() === 'failed' && module.errors().length > 0) count.failed += 1
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state !== 'pending') count[result.state] += 1
        if (result.state === 'skipped' && result.note) {
          const group = `${test.fullName.split(' > ')[0]}: ${result.note}`
          skipped.set(group, (skipped.get(group) ?? 0) + 1)
        }
        if (test.diagnostic()?.flaky) again.push(`${module.moduleId}: ${test.fullName}`)
      }
    }
    process.on('exit', () => {
      for (const [group, tests] of skipped) process.stdout.write(`skipped (${tests}): ${group}\n`)
      for (const name of again) process.stdout.write(`hung once, passed the second time: ${name}\n`)
      process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`)
    })
  }
}
