import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import type { Readable } from 'node:stream'
import { vi } from 'vitest'
import { type EngineKind, findOnPath, inputBy, LIFETIME } from './engine'

const driver = findOnPath('WebKitWebDriver')
const xvfb = findOnPath('Xvfb')
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** WebKitGTK as it is installed, by the WebDriver that comes with it. It cannot run unseen: without a display it is given one. */
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
      // It picks a free number for itself, and tells it through the fourth channel.
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
      // biome-ignore lint/suspicious/noExplicitAny: as the standard has it.
      const { value } = (await answer.json()) as any
      if (!answer.ok) throw new Error(`${path}: ${value?.error} ${value?.message}`)
      return value
    }
    await vi.waitFor(() => send('GET', '/status'), { timeout: 10_000 })
    const { sessionId } = await send('POST', '/session', { capabilities: {} })
    const session = `/session/${sessionId}`
    const post = (path: string, body: object) => send('POST', session + path, body)
    await post('/window/rect', { x: 0, y: 0, width: 1400, height: 980 })
    return {
      ...inputBy(async (actions) => {
        await post('/frame', { id: null })
        await post('/actions', { actions })
      }),
      open: (url) => post('/url', { url }),
      async evaluate(place, expression) {
        await post('/frame', { id: null })
        for (let depth = place === 'page' ? 0 : 2; depth > 0; depth -= 1)
          await post('/frame', { id: await post('/element', { using: 'css selector', value: 'iframe' }) })
        const script = `const done = arguments[0]; (async () => ${expression})()
          .then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }))`
        const { value, error } = await post('/execute/async', { script, args: [] })
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
