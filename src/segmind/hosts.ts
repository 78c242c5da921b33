/** The origin of Segmind's API: the only host that receives the key, unless a relay is used. */
export const API_ORIGIN = 'https://api.segmind.com'

/**
 * The hosts whose media addresses are fetched, never with the key: Segmind's own, and that of the service behind the
 * model, whose addresses may be passed through. The manifest, the relay and the panel all follow this one list.
 */
export const MEDIA_HOSTS = ['images.segmind.com', 'replicate.delivery'] as const

export type MediaHost = (typeof MEDIA_HOSTS)[number]

/** The manifest's `allowedDomains` for a panel that calls Segmind directly. */
export const ALLOWED_DOMAINS: readonly string[] = [
  API_ORIGIN,
  ...MEDIA_HOSTS.map((host) => `https://${host}`),
]
