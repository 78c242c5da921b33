import { createRelay } from './handler'

/** The relay to Segmind, as a module that Cloudflare Workers, Deno and Bun can run. */
export default { fetch: createRelay() }
