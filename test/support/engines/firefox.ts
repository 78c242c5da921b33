import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { type EngineKind, findOnPath, inputBy, LIFETIME } from './engine'

const binary = process.env.FIREFOX_PATH || findOnPath('firefox', 'firefox-esr')

/** A proxy that does not exist for all other machines, because the browser must not send requests of its own. */
const PREFERENCES = `
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("network.proxy.failover_direct", false);
`

/** The installed Firefox, controlled by WebDriver BiDi, which needs no driver. */
export const firefox: EngineKind = {
  name: 'Firefox',
  missing: binary ? null : 'Firefox is not installed: install it, or set FIREFOX_PATH.',
  async start() {
    const profile = mkdtempSync(join(tmpdir(), 'inkwright-firefox-'))
    writeFileSync(join(profile, 'user.js'), PREFERENCES)
    const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0']
    const browser = spawn(binary ?? 'firefox', args, { ...LIFETIME, stdio: ['ignore', 'ignore', 'pipe'] })
    const ended = once(browser, 'exit')
    const address = new Promise<string>((resolve, reject) => {
      let said = ''
      browser.stderr.on('data', (part) => {
        said += part
        const [, found] = /BiDi listening on (ws:\S+)\s/.exec(said) ?? []
        if (found) resolve(found)
      })
      browser.once('error', reject)
      browser.once('exit', () => reject(new Error(`Firefox ended. ${said}`)))
    })
    const send = await connect(`${await address}/session`)
    await send('session.new', { capabilities: {} })
    const { context } = (await send('browsingContext.getTree', {})).contexts[0]
    await send('browsingContext.setViewport', { context, viewport: { width: 1400, height: 900 } })
    return {
      ...inputBy((actions) => send('input.performActions', { context, actions })),
      open: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
      async evaluate(place, expression) {
        const [page] = (await send('browsingContext.getTree', { root: context })).contexts
        const frame = place === 'page' ? page : page.children[0]?.children[0]
        if (!frame) throw new Error('There is no panel.')
        const answer = await send('script.evaluate', {
          expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
          target: { context: frame.context },
          awaitPromise: true,
        })
        if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text)
        return JSON.parse(answer.result.value)
      },
      async close() {
        browser.kill()
        await ended
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
      },
    }
  },
}

/** Returns a function that sends a command and resolves to its result, as in the standard. */
async function connect(address: string) {
  const socket = new WebSocket(address)
  await once(socket, 'open')
  const waiting: ((answer: { type: string; message: string; result: unknown }) => void)[] = []
  socket.on('message', (data) => {
    const answer = JSON.parse(String(data))
    waiting[answer.id]?.(answer)
  })
  // biome-ignore lint/suspicious/noExplicitAny: see above.
  return (method: string, params: object): Promise<any> =>
    new Promise((resolve, reject) => {
      const id = waiting.push(({ type, message, result }) =>
        type === 'error' ? reject(new Error(`${method}: ${message}`)) : resolve(result),
      )
      socket.send(JSON.stringify({ id: id - 1, method, params }))
    })
}
