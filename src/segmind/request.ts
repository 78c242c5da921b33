/** Styles of `recraft-v3-svg`, as Segmind's model page lists them. */
export const STYLES = ['any', 'engraving', 'line_art', 'line_circuit', 'linocut'] as const

/**
 * Sizes of `recraft-v3-svg`, width x height in px: ten from Segmind's model page, which cuts "+5 more", and the five
 * that Recraft's own V3 enum has beyond those.
 */
export const SIZES = [
  '1024x1024',
  '1365x1024',
  '1024x1365',
  '1536x1024',
  '1024x1536',
  '1820x1024',
  '1024x1820',
  '1024x2048',
  '2048x1024',
  '1434x1024',
  '1024x1434',
  '1024x1280',
  '1280x1024',
  '1024x1707',
  '1707x1024',
] as const

/** Longest prompt in characters: Recraft's documented limit for V3; Segmind states none. */
export const PROMPT_LIMIT = 1000

/** What one picture costs, in US dollars, by the model's page. `metrics.cost` of a result is the truth. */
export const PRICE = 0.1

export type Style = (typeof STYLES)[number]
export type Size = (typeof SIZES)[number]

/** What a picture was asked for, as it is stored: by whatever version, so style and size may be none of those above. */
export interface StoredRequest {
  readonly prompt: string
  readonly style: string
  readonly size: string
}

/** All that the endpoint takes. One request makes one picture. */
export interface PictureRequest extends StoredRequest {
  readonly style: Style
  readonly size: Size
}

export const isStyle = (value: unknown): value is Style => STYLES.includes(value as Style)
export const isSize = (value: unknown): value is Size => SIZES.includes(value as Size)

/** True where this version can send it: only what the endpoint is known to take is ever sent. */
export const isSendable = (request: StoredRequest): request is PictureRequest =>
  isStyle(request.style) && isSize(request.size)

/** Width and height of a size, in px. */
export function dimensions(size: Size): { readonly width: number; readonly height: number } {
  const [width = 0, height = 0] = size.split('x').map(Number)
  return { width, height }
}

/** Width and height of a stored size, in px; null where it does not say them. */
export function storedDimensions(size: string): { readonly width: number; readonly height: number } | null {
  const [, width, height] = /^([1-9]\d{0,4})x([1-9]\d{0,4})$/.exec(size) ?? []
  return width && height ? { width: Number(width), height: Number(height) } : null
}
