import { resolve } from 'node:path'
import { readArguments, USAGE } from './arguments'

/** `npm start`: see USAGE. */
async function main(): Promise<void> {
  const { unattended, plugin, samples, replay, duration, port, watch, help } = readArguments(
    process.argv.slice(2),
  )
  if (help) return void process.stdout.write(USAGE)
  if (plugin !== null) return runPlugin(resolve(plugin), port, watch)
  // Imported late, so that errors on the command line are reported without loading Vite and Playwright.
  const [{ DEMO_KEY }, { buildHostPage }, { buildPlugin }, { openStage }, { runUnattended }] =
    await Promise.all([
      import('segmind-stand-in'),
      import('figma-host/server'),
      import('./build-plugin'),
      import('./stage'),
      import('./unattended'),
    ])
  const routing = unattended ? 'tls' : 'redirects'
  await buildPlugin()
  const hostDir = await buildHostPage()
  const stage = await openStage({
    hostDir,
    samples,
    duration: duration ?? (unattended ? 0 : null),
    port,
    routing,
    ...(replay && { standIn: { replay } }),
  })
  if (!unattended) {
    process.stdout.write(
      `Inkwright runs at ${stage.server.origin}\nKey for the stand-in: ${DEMO_KEY}\nThe stand-in draws nothing new: it answers each prompt with one of a few finished pictures.\nCtrl+C ends it.\n`,
    )
    if (watch) {
      const { reloadOnSave } = await import('./dev')
      reloadOnSave(stage.server, buildPlugin)
    }
    return
  }
  try {
    const { frame, layers } = await runUnattended(stage, unattended)
    process.stdout.write(
      `${layers} layers in "${frame.name}", ${frame.width} × ${frame.height} px: see ${unattended.out}\n`,
    )
  } finally {
    await stage.close()
  }
}

/** Serves an already built plugin until the process is ended. */
async function runPlugin(pluginDir: string, port: number, watch: boolean): Promise<void> {
  const { buildHostPage, startHostServer } = await import('figma-host/server')
  const server = await startHostServer({ pluginDir, hostDir: await buildHostPage(), port })
  process.stdout.write(`The plugin in ${pluginDir} runs at ${server.origin}\nCtrl+C ends it.\n`)
  if (!watch) return
  const { reloadOnChange } = await import('./dev')
  reloadOnChange(server, pluginDir)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
