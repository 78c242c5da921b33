import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DEMO_KEY, startStandIn } from 'segmind-stand-in'
import { relayAddress } from '../../build/relay.ts'
import { DEFAULT_MODEL } from '../../src/segmind/request'
import { readArguments, USAGE } from './arguments'
import { differences } from './differences'
import { probe } from './probe'

const QUESTION = `
The other calls order one picture, for at most $${DEFAULT_MODEL.price.toFixed(2)}.
Without it, nothing is learned about orders, results and files. Order it? (yes/no) `

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** `npm run probe`: see USAGE. */
async function main(): Promise<void> {
  const options = readArguments(process.argv.slice(2))
  if (!options) return void process.stdout.write(USAGE)
  const key = readFileSync(options.keyFile, 'utf8').trim()
  if (!/^[\x21-\x7e]{8,200}$/.test(key))
    throw new Error('The key file must hold one API key and nothing else.')
  const { recording, isWhole } = await probe({
    at: relayAddress(options.at ?? undefined)?.base ?? null,
    key,
    mayPay: () => isYes(QUESTION),
    sleep,
    now: () => new Date(),
    onCall: (situation, outcome) => process.stdout.write(`${situation}: ${outcome}\n`),
  })
  const file = freeName(options.out, recording.date.slice(0, 10))
  mkdirSync(options.out, { recursive: true })
  writeFileSync(file, `${JSON.stringify(recording, null, 2)}\n`)
  process.stdout.write(`\n${file} is written, without the key. It holds your balance and the picture.\n`)
  const lines = differences(await standInRecording(), recording)
  process.stdout.write(
    lines.length === 0
      ? 'Every answer has the form that the stand-in gives it.\n'
      : `It differs from the stand-in:\n${lines.map((line) => `- ${line}\n`).join('')}`,
  )
  if (!isWhole) process.exitCode = 1
}

/** Returns the stand-in's responses to the same calls. */
async function standInRecording() {
  const standIn = await startStandIn({ durationMs: 0 })
  try {
    const { origin } = standIn
    return (
      await probe({ at: origin, key: DEMO_KEY, mayPay: async () => true, sleep, now: () => new Date() })
    ).recording
  } finally {
    await standIn.close()
  }
}

function freeName(folder: string, date: string): string {
  for (let number = 1; ; number++) {
    const file = join(folder, `${date}${number === 1 ? '' : `-${number}`}.json`)
    if (!existsSync(file)) return file
  }
}

/** Anything but "yes" means no, including the end of the input. */
function isYes(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  return new Promise((resolve) => {
    terminal.once('close', () => resolve(false))
    terminal.question(question, (answer) => {
      resolve(answer.trim().toLowerCase() === 'yes')
      terminal.close()
    })
  })
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
