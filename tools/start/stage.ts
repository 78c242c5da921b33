import { type HostServer, startHostServer } from 'figma-host/server'
import type { StandIn, StandInOptions } from 'segmind-stand-in'
import { DEMO_KEY, startStandIn } from 'segmind-stand-in'
import { MODELS } from '../../src/segmind/models'
import { PROJECT } from './build-plugin'
import { servedModels } from './served-models'

export interface StageOptions {
  /** Folder of the built host page, from `buildHostPage`. */
  readonly hostDir: string
  readonly samples: string | null
  /** Duration of a job in ms; null for realistic timing. */
  readonly duration: number | null
  readonly port: number
  /**
   * How the panel reaches the stand-in. `redirects`: the page redirects the panel's requests, which works in any browser. `tls`: the
   * stand-in serves the real host names, for a browser that maps them to this machine. `as-built`: unchanged, for a panel that was built
   * for a relay on this machine.
   */
  readonly routing: 'redirects' | 'tls' | 'as-built'
  /** Folder of a built plugin with a `manifest.json`. Default: the project's `dist`. */
  readonly distDir?: string
  /** More options for the stand-in. */
  readonly standIn?: Partial<StandInOptions>
}

/** The running stand-in and host page, both on 127.0.0.1. */
export interface Stage {
  readonly server: HostServer
  readonly standIn: StandIn
  close(): Promise<void>
}

/** Starts both servers. The plugin and the host page must have been built before. */
export async function openStage(options: StageOptions): Promise<Stage> {
  const { hostDir, samples, duration, port, routing } = options
  const standIn = await startStandIn({
    models: servedModels(MODELS),
    ...options.standIn,
    ...(samples !== null && { samples }),
    ...(duration !== null && { durationMs: duration }),
    tls: routing === 'tls',
  })
  const { origin } = standIn
  const started = startHostServer({
    pluginDir: options.distDir ?? `${PROJECT}dist`,
    hostDir,
    port,
    config: {
      note: `To try it out, use the key ${DEMO_KEY}`,
      ...(routing === 'redirects' && {
        redirects: {
          'https://api.segmind.com': origin,
          'https://images.segmind.com': `${origin}/images.segmind.com`,
          'https://replicate.delivery': `${origin}/replicate.delivery`,
        },
      }),
    },
  })
  // If the port is taken, the stand-in must be closed, because it would keep the process alive.
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
