import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from '../../tools/start/build-plugin'

/** Where `npm run relay:runtimes` installs the runtimes. */
const BIN = join(PROJECT, 'out/runtimes/node_modules/.bin')

interface Runtime {
  readonly name: string
  readonly program: string
  /** Arguments, in the folder with the bundled relay. */
  readonly args: readonly string[]
  /** What the runtime prints when it is listening. The first group is the port. */
  readonly ready: RegExp
}

/** The runtimes in the relay's README, started as described there. */
export const RUNTIMES: readonly Runtime[] = [
  { name: 'Node', program: process.execPath, args: ['node.mjs'], ready: /127\.0\.0\.1:(\d+)\// },
  {
    name: 'Cloudflare’s workerd',
    program: join(BIN, 'workerd'),
    args: ['serve', 'workerd.capnp', '--control-fd=1'],
    ready: /"port":(\d+)/,
  },
  {
    name: 'Deno',
    program: join(BIN, 'deno'),
    args: 'serve --no-prompt --allow-env=RELAY_SECRET --allow-net --host 127.0.0.1 --port 0 relay.js'.split(
      ' ',
    ),
    ready: /127\.0\.0\.1:(\d+)\//,
  },
  { name: 'Bun', program: join(BIN, 'bun'), args: ['relay.js'], ready: /server: http:\/\/[\w.]+:(\d+)/ },
]

export const isInstalled = ({ program }: Runtime): boolean => existsSync(program)

/** Wrangler's local mode needs a newer Node. The upstream of the tests is on this machine, hence `private`. */
const WORKERD = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "relay", worker = .relay), (name = "internet", network = (allow = ["public", "private"]))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "relay")],
);
const relay :Workerd.Worker = (
  modules = [(name = "relay.js", esModule = embed "relay.js")],
  compatibilityDate = "2025-06-01",
  compatibilityFlags = ["enable_request_signal"],
  bindings = [(name = "RELAY_SECRET", fromEnvironment = "RELAY_SECRET")],
);
`

export interface Started {
  readonly origin: string
  /** Everything that it has printed. */
  readonly printed: () => string
  stop(): Promise<void>
}

/** Starts the relay that is bundled in the folder. Rejects if it exits before it listens. */
export async function startRuntime(runtime: Runtime, folder: string, secret: string): Promise<Started> {
  writeFileSync(join(folder, 'workerd.capnp'), WORKERD)
  const child: ChildProcess = spawn(runtime.program, runtime.args, {
    cwd: folder,
    env: { ...process.env, PORT: '0', HOST: '', RELAY_SECRET: secret, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const port = await new Promise<string>((resolve, reject) => {
    const take = (text: Buffer) => {
      printed += text
      const [, port] = runtime.ready.exec(printed) ?? []
      if (port) resolve(port)
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`${runtime.name} ended: ${printed}`)))
  })
  return {
    origin: `http://127.0.0.1:${port}`,
    printed: () => printed,
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
