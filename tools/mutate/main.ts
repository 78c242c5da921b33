import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type MutateArguments, readArguments, USAGE } from './arguments'
import type { Behavior } from './behavior'
import { BEHAVIORS } from './behaviors/index'
import { makeCopy } from './copy'
import { build, needsBuild, runTests } from './run-tests'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

type Verdict =
  | { readonly result: 'caught'; readonly by: string }
  | { readonly result: 'survived' }
  | { readonly result: 'not judged'; readonly why: string }

type Row = Pick<Behavior, 'behavior' | 'file'> & Verdict & { readonly seconds: number }

/** Breaks one behavior in the copy, checks that a test fails, and restores the file. */
async function testBehavior({ file, find, replace, tests }: Behavior, copy: string): Promise<Verdict> {
  const path = join(copy, file)
  const text = readFileSync(path, 'utf8')
  const parts = text.split(find)
  if (parts.length !== 2)
    return { result: 'not judged', why: `the text to replace occurs ${parts.length - 1} times` }
  writeFileSync(path, parts.join(replace))
  try {
    if (needsBuild(tests) && !(await build(copy))) return { result: 'not judged', why: 'it does not build' }
    const outcome = await runTests(copy, tests, { bail: true })
    if (outcome.type === 'failed') return { result: 'caught', by: outcome.failure }
    return outcome.type === 'passed'
      ? { result: 'survived' }
      : { result: 'not judged', why: `the tests: ${outcome.why}` }
  } finally {
    writeFileSync(path, text)
  }
}

/** Returns what fails on the unbroken code; null if everything passes. */
async function baselineProblem(behaviors: readonly Behavior[], copy: string): Promise<string | null> {
  const tests = [...new Set(behaviors.flatMap((behavior) => behavior.tests))]
  if (needsBuild(tests) && !(await build(copy))) return 'the build'
  const outcome = await runTests(copy, tests, { bail: false })
  if (outcome.type === 'passed') return null
  return outcome.type === 'failed' ? outcome.failure : outcome.why
}

function describe(row: Row): string {
  if (row.result === 'caught') return `caught by “${row.by}”`
  return row.result === 'survived' ? 'SURVIVED' : `NOT JUDGED: ${row.why}`
}

async function mutate({ names, baseline, json }: MutateArguments): Promise<0 | 1 | 2> {
  const chosen = BEHAVIORS.filter(({ behavior, file, tests }) => {
    const text = [behavior, file, ...tests].join('\n').toLowerCase()
    return names.length === 0 || names.some((name) => text.includes(name.toLowerCase()))
  })
  if (chosen.length === 0) throw new Error(`No behavior has ${names.join(' or ')} in it.`)
  const copy = makeCopy(PROJECT)
  if (baseline) {
    const problem = await baselineProblem(chosen, copy)
    if (problem !== null) {
      console.error(`With nothing broken, this fails: ${problem}`)
      return 2
    }
  }
  const start = Date.now()
  const rows: Row[] = []
  for (const behavior of chosen) {
    const before = Date.now()
    const verdict = await testBehavior(behavior, copy)
    const seconds = Math.round((Date.now() - before) / 1000)
    const row: Row = { behavior: behavior.behavior, file: behavior.file, ...verdict, seconds }
    rows.push(row)
    console.log(`${row.behavior} ${describe(row)} (${seconds} s)`)
    if (json !== null) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`)
  }
  const caught = rows.filter(({ result }) => result === 'caught').length
  const minutes = ((Date.now() - start) / 60_000).toFixed(1)
  console.log(`${caught} of ${rows.length} caught, in ${minutes} min`)
  return caught === rows.length ? 0 : 1
}

// Calls `exit`, whose listeners remove the copy and kill its processes.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

try {
  const wanted = readArguments(process.argv.slice(2))
  if (wanted) process.exitCode = await mutate(wanted)
  else process.stdout.write(USAGE)
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  process.exitCode = 2
}
