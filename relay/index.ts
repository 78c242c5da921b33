import { refusal } from './answers'
import { createRelay, type Relay } from './handler'
import { isSecret } from './secret'

/** Set in the bundles of the tests only: where requests go instead of Segmind's hosts. */
declare const UPSTREAM: Readonly<Record<string, string>> | undefined

/** Cloudflare Workers pass the environment with each request. */
function secretFrom(passed: unknown): string {
  const named = (passed as { RELAY_SECRET?: unknown } | undefined)?.RELAY_SECRET
  if (typeof named === 'string') return named
  return variable('RELAY_SECRET')
}

/** An environment variable of Deno, Bun or Node; empty if it is not set. */
function variable(name: string): string {
  try {
    const { process } = globalThis as { process?: { env?: Readonly<Record<string, string>> } }
    return process?.env?.[name] ?? ''
  } catch {
    // Deno without --allow-env.
    return ''
  }
}

let relay: Relay | null = null

/** The relay to Segmind, as a module that Cloudflare Workers, Deno, Bun and `node.ts` run. */
export default {
  async fetch(request: Request, environment?: unknown): Promise<Response> {
    if (relay) return await relay(request)
    const secret = secretFrom(environment)
    if (!isSecret(secret))
      return refusal(503, 'RELAY_SECRET must be set to 20 to 100 letters, digits, "_" or "-"')
    relay = createRelay({ secret, ...(typeof UPSTREAM === 'object' && { upstream: UPSTREAM }) })
    return await relay(request)
  },
  /** For Bun, which by default listens for other machines, too, and closes a connection that is silent for 10 s. At most 255 s. */
  ...('Bun' in globalThis && { hostname: variable('HOST') || '127.0.0.1', idleTimeout: 255 }),
}
