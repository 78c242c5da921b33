import { type HostServer, startHostServer } from 'figma-host/server'
import type { StandIn, StandInOptions } from 'segmind-stand-in'
import { DEMO_KEY, startStandIn } from 'segmind-stand-in'
import { MODELS } from '../../src/segmind/models'
import { PROJECT } from './build-plugin'
import { servedModels } from './served-models'

export interface StageOptions {
  /** The built host page, as `buildHostPage` gives it. */
  readonly hostDir: string
  readonly samples: string | null
  /** How long a picture takes, in ms; null is the service's usual time line. */
  readonly duration: number | null
  readonly port: number
  /**
   * `redirects` rewrites the panel's addresses in the page, for any browser; `tls` serves them under their real names to
   * a browser that maps those names to this machine; `as-built` leaves them alone: the panel was built for a relay here.
   */
  readonly way: 'redirects' | 'tls' | 'as-built'
  /** Folder of the built plugin with its own `manifest.json`; the project's `dist` when left out. */
  readonly distDir?: string
  /** What else the stand-in is told. */
  readonly standIn?: Partial<StandInOptions>
}

/** The stand-in and the host page, both on 127.0.0.1. */
export interface Stage {
  readonly server: HostServer
  readonly standIn: StandIn
  close(): Promise<void>
}

/** Starts both servers on what was built before. */
export async function openStage(options: StageOptions): Promise<Stage> {
  const { hostDir, samples, duration, port, way } = options
  const standIn = await startStandIn({
    models: servedModels(MODELS),
    ...options.standIn,
    ...(samples !== null && { samples }),
    ...(duration !== null && { durationMs: duration }),
    tls: way === 'tls',
  })
  const { origin } = standIn
  const started = startHostServer({
    pluginDir: options.distDir ?? `${PROJECT}dist`,
    hostDir,
    port,
    config: {
      note: `To try it out, use the key ${DEMO_KEY}`,
      ...(way === 'redirects' && {
        redirects: {
          'https://api.segmind.com': origin,
          'https://images.segmind.com': `${origin}/images.segmind.com`,
          'https://replicate.delivery': `${origin}/replicate.delivery`,
        },
      }),
    },
  })
  // A port that is taken must not leave the stand-in running, which would keep the program alive.
  const server = await started.catch(async (error: unknown) => {
    await standIn.close()
    throw error
  })
  return {
    server,
    standIn,
    close: async () => {
      await Promise.all([server.close(), standIn.close()])
    },
  }
}
