import { readArguments, USAGE } from './arguments'

/** `npm start`: see USAGE. */
async function main(): Promise<void> {
  const { unattended, samples, duration, port, help } = readArguments(process.argv.slice(2))
  if (help) return void process.stdout.write(USAGE)
  // Only now: a slip on the command line is answered before builders, servers and browsers are read.
  const [{ DEMO_KEY }, { buildHostPage }, { buildPlugin }, { openStage }, { runUnattended }] =
    await Promise.all([
      import('segmind-stand-in'),
      import('figma-host/server'),
      import('./build-plugin'),
      import('./stage'),
      import('./unattended'),
    ])
  const way = unattended ? 'tls' : 'redirects'
  await buildPlugin()
  const hostDir = await buildHostPage()
  const stage = await openStage({
    hostDir,
    samples,
    duration: duration ?? (unattended ? 0 : null),
    port,
    way,
  })
  if (!unattended) {
    process.stdout.write(
      `Inkwright runs at ${stage.server.origin}\nKey for the stand-in: ${DEMO_KEY}\nCtrl+C ends it.\n`,
    )
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

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
