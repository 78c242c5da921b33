import { type StandInOptions, startStandIn } from 'segmind-stand-in'
import { closedLater, openRelay } from './harness'

/** A relay in front of a stand-in that sends no CORS headers, as the live service might. */
export async function openBench(options: StandInOptions = {}) {
  const standIn = closedLater(await startStandIn({ durationMs: 0, ...options, cors: false }))
  const { origin } = standIn
  const relay = await openRelay({
    upstream: { api: origin, 'images.segmind.com': `${origin}/images.segmind.com` },
  })
  return { standIn, relay }
}
