import { createRelay } from './handler'

/** The relay to Segmind, in the form that Cloudflare Workers, Deno and Bun run as it is. */
export default { fetch: createRelay() }
