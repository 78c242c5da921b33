import { DEMO_KEY } from '../../stand-in'
import { buildHostPage } from '../server'
import { readArguments, USAGE } from './arguments'
import { buildPlugin } from './build-plugin'
import { openStage } from './stage'
import { runUnattended } from './unattended'

/** `npm start`: see USAGE. */
async function main(): Promise<void> {
  const { unattended, samples, duration, port, help } = readArguments(process.argv.slice(2))
  if (help) return void process.stdout.write(USAGE)
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
