import type { Page } from 'playwright-core'

/** In ms: a timeout, not a measurement. */
const WAIT = 20_000

/** Unexpected problems in a page: console errors, uncaught errors, faults. */
export interface Watch {
  /** Waits up to 20 s for a problem that matches and removes it from the list, because the test expects it. */
  expect(pattern: RegExp): Promise<string>
  /** Clears all problems. @throws Error naming all that were not expected. */
  assertQuiet(): void
}

/** Starts to collect all problems in a page, and sets its timeouts to 20 s. */
export function watch(page: Page): Watch {
  page.setDefaultTimeout(WAIT)
  const problems: string[] = []
  const waiting = new Set<() => void>()
  const add = (problem: string): void => {
    problems.push(problem)
    for (const look of waiting) look()
  }
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') add(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => add(`page error: ${error.stack ?? error.message}`))
  page.on('crash', () => add('the page crashed'))

  const take = (pattern: RegExp): string | undefined => {
    const index = problems.findIndex((problem) => pattern.test(problem))
    return index < 0 ? undefined : problems.splice(index, 1)[0]
  }
  return {
    expect: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = take(pattern)
          if (found === undefined) return
          clearTimeout(timer)
          waiting.delete(look)
          resolve(found)
        }
        const timer = setTimeout(() => {
          waiting.delete(look)
          reject(new Error(`No problem matched ${pattern}. There were: ${problems.join(' | ') || 'none'}`))
        }, WAIT)
        waiting.add(look)
        look()
      }),
    assertQuiet: () => {
      const unexpected = problems.splice(0)
      if (unexpected.length > 0) throw new Error(`Unexpected problems:\n${unexpected.join('\n')}`)
    },
  }
}
