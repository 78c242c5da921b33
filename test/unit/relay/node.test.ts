import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { startRelay } from '../../../relay/node'
import { closeAll, deferred, openRelay } from './harness'

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))
const children: ChildProcess[] = []

afterEach(async () => {
  vi.useRealTimers()
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await closeAll()
})

/** Runs relay/node.ts as a user does. */
function run(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'relay/node.ts'], {
    cwd: PROJECT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  const firstLine = async (stream: NodeJS.ReadableStream | null): Promise<string> => {
    for await (const line of createInterface({ input: stream ?? process.stdin })) return line
    return ''
  }
  return { child, exit: once(child, 'exit'), output: firstLine(child.stdout), error: firstLine(child.stderr) }
}

it('relay/node.ts prints its address, serves, and exits cleanly on SIGINT and SIGTERM', async () => {
  const ended = (['SIGINT', 'SIGTERM'] as const).map(async (signal) => {
    const { child, exit, output } = run({ PORT: '0', RELAY_SECRET: '' })
    const [, address = ''] =
      /^Relay to Segmind: (http:\/\/127\.0\.0\.1:\d+\/[\w-]{32})$/.exec(await output) ?? []
    const answer = await fetch(`${address}/v2/recraft-v3-svg`, { method: 'OPTIONS' })
    expect(answer.status).toBe(204)
    child.kill(signal)
    return await exit
  })
  expect(await Promise.all(ended)).toEqual([
    [0, null],
    [0, null],
  ])
})

describe('startRelay', () => {
  it('finishes pending requests before it closes, and accepts no new ones', async () => {
    const asked = deferred()
    const answered = deferred()
    const { origin, close } = await openRelay({
      fetch: async () => {
        asked.resolve()
        await answered.promise
        return new Response('{"request_id":"paid"}')
      },
    })
    const submitted = fetch(`${origin}/v2/recraft-v3-svg`, { method: 'POST', body: '{}' })
    await asked.promise
    const closed = close()
    await expect(fetch(origin)).rejects.toThrow('fetch failed')
    answered.resolve()
    expect(await (await submitted).text()).toBe('{"request_id":"paid"}')
    await closed
  })

  it('aborts pending requests after 10 s', async () => {
    const asked = deferred()
    const { origin, close } = await startRelay({
      port: 0,
      handler: () => {
        asked.resolve()
        return new Promise(() => {})
      },
    })
    const lost = expect(fetch(origin)).rejects.toThrow('fetch failed')
    await asked.promise
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let open = true
    const closed = close().then(() => {
      open = false
    })
    await vi.advanceTimersByTimeAsync(9_999)
    expect(open).toBe(true)
    await vi.advanceTimersByTimeAsync(1)
    await closed
    await lost
  })
})

it('the files that run on every platform only use web standards, and no Node APIs', () => {
  const everywhere = readdirSync(`${PROJECT}/relay`).filter(
    (name) => /\.ts$/.test(name) && name !== 'node.ts',
  )
  expect(everywhere.length).toBeGreaterThan(4)
  for (const name of everywhere) {
    const text = readFileSync(`${PROJECT}/relay/${name}`, 'utf8')
    expect(text).not.toMatch(
      /from '(?!\.\/|\.\.\/src\/segmind\/(?:hosts|models)')|\b(?:Buffer|require|import\.meta)\b/,
    )
  }
})
