import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import type { Readable } from 'node:stream'
import { vi } from 'vitest'
import { z } from 'zod'
import { type EngineKind, findOnPath, inputBy, LIFETIME } from './engine'

const driver = findOnPath('WebKitWebDriver')
const xvfb = findOnPath('Xvfb')
/** WebDriver responses, as in the standard. */
const ANSWER = z.object({ value: z.unknown() })
const FAILURE = z.object({ error: z.string(), message: z.string() })
const SESSION = z.object({ sessionId: z.string() })
const ELEMENT = z.record(z.string(), z.string())
/** The result of the script of `evaluate`. */
const EVALUATED = z.object({ value: z.unknown().optional(), error: z.string().optional() })

const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** The installed WebKitGTK, controlled by its WebDriver. It cannot run headless, so it gets a virtual display if there is none. */
export const webkit: EngineKind = {
  name: 'WebKit',
  missing:
    driver && (hasDisplay || xvfb)
      ? null
      : 'WebKit is not installed: install WebKitWebDriver and Xvfb (Debian: webkit2gtk-driver, xvfb).',
  async start() {
    const children: ChildProcess[] = []
    const env = { ...process.env }
    if (!hasDisplay) {
      // It picks a free number, and reports it through the fourth channel.
      const args = ['-displayfd', '3', '-screen', '0', '1500x1000x24', '-nolisten', 'tcp']
      const display = spawn(xvfb ?? '', args, { ...LIFETIME, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
      children.push(display)
      const [number] = await once(display.stdio[3] as Readable, 'data')
      env.DISPLAY = `:${String(number).trim()}`
    }
    const probe = createServer().listen(0, '127.0.0.1')
    await once(probe, 'listening')
    const { port } = probe.address() as AddressInfo
    probe.close()
    children.push(spawn(driver ?? '', [`--port=${port}`], { ...LIFETIME, env, stdio: 'ignore' }))
    const send = async (method: string, path: string, body?: object) => {
      const init = { method, ...(body && { body: JSON.stringify(body) }) }
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, init)
      const { value } = ANSWER.parse(await answer.json())
      if (answer.ok) return value
      const { error, message } = FAILURE.parse(value)
      throw new Error(`${path}: ${error} ${message}`)
    }
    await vi.waitFor(() => send('GET', '/status'), { timeout: 10_000 })
    const { sessionId } = SESSION.parse(await send('POST', '/session', { capabilities: {} }))
    const session = `/session/${sessionId}`
    const post = (path: string, body: object) => send('POST', session + path, body)
    await post('/window/rect', { x: 0, y: 0, width: 1400, height: 980 })
    return {
      ...inputBy(async (actions) => {
        await post('/frame', { id: null })
        await post('/actions', { actions })
      }),
      async open(url) {
        await post('/url', { url })
      },
      async evaluate(place, expression) {
        await post('/frame', { id: null })
        for (let depth = place === 'page' ? 0 : 2; depth > 0; depth -= 1) {
          const frame = ELEMENT.parse(await post('/element', { using: 'css selector', value: 'iframe' }))
          await post('/frame', { id: frame })
        }
        const script = `const done = arguments[0]; (async () => ${expression})()
          .then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }))`
        const { value, error } = EVALUATED.parse(await post('/execute/async', { script, args: [] }))
        if (error) throw new Error(error)
        return value
      },
      async close() {
        await send('DELETE', session).catch(() => undefined)
        for (const child of children.reverse()) {
          const ended = once(child, 'exit')
          if (child.kill()) await ended
        }
      },
    }
  },
}
