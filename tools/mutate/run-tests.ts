import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Tests that take longer, in ms, are killed. */
const TIME_LIMIT = 600_000

/** The result of a test run. `failure`: the full name of the first failed test. */
export type TestOutcome =
  | { readonly type: 'passed' }
  | { readonly type: 'failed'; readonly failure: string }
  | { readonly type: 'not-run'; readonly why: string }

/** Whether any of the tests needs a build: unit tests import the source, all others run the built files. */
export const needsBuild = (tests: readonly string[]): boolean =>
  tests.some((path) => !path.startsWith('unit/'))

/** Builds the plugin in a folder. Resolves to whether that succeeded. */
export const build = async (folder: string): Promise<boolean> =>
  (await run(folder, ['node_modules/vite/bin/vite.js', 'build', '--app', '--logLevel', 'error'])) === 0

/** Runs the test files whose paths contain one of `tests`, in a copy of the project. `bail`: stop at the first failure. */
export async function runTests(
  folder: string,
  tests: readonly string[],
  { bail }: { readonly bail: boolean },
): Promise<TestOutcome> {
  const file = join(folder, 'test-results.json')
  rmSync(file, { force: true })
  const options = ['--reporter=json', `--outputFile=${file}`, ...(bail ? ['--bail=1'] : [])]
  const code = await run(folder, ['node_modules/vitest/vitest.mjs', 'run', ...options, ...tests])
  if (code === null) return { type: 'not-run', why: `they did not end in ${TIME_LIMIT / 60_000} minutes` }
  if (!existsSync(file)) return { type: 'not-run', why: 'Vitest gave no results' }
  const results: Results = JSON.parse(readFileSync(file, 'utf8'))
  if (results.testResults.length === 0) return { type: 'not-run', why: 'there are no such tests' }
  if (code === 0) return { type: 'passed' }
  return { type: 'failed', failure: firstFailure(results) ?? 'an error outside of any test' }
}

/** The part of Vitest's report that is used. */
interface Results {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

function firstFailure({ testResults }: Results): string | null {
  for (const { assertionResults } of testResults) {
    const failed = assertionResults.find(({ status }) => status === 'failed')
    if (failed) return failed.fullName
  }
  // The file's set-up failed, or it could not be loaded.
  const broken = testResults.find(({ status }) => status === 'failed')
  return broken ? `the file ${broken.name.replace(/^.*\/test\//, 'test/')} as a whole` : null
}

/** Runs a Node script and resolves to its exit code; null if it was killed, by the time limit or otherwise. */
function run(folder: string, command: readonly string[]): Promise<number | null> {
  const { INKWRIGHT_OUT: _, INKWRIGHT_RELAY: __, ...env } = process.env
  return new Promise((resolve, reject) => {
    // In a separate process group, so that browsers and workers are killed with it.
    const child = spawn(process.execPath, command, { cwd: folder, env, stdio: 'ignore', detached: true })
    const end = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It has already exited.
      }
    }
    const timer = setTimeout(end, TIME_LIMIT)
    process.once('exit', end)
    child.once('error', reject)
    child.once('exit', (code) => {
      clearTimeout(timer)
      process.off('exit', end)
      resolve(code)
    })
  })
}
