/** The values of `size`: ten from the model's API page, and five more from Recraft's own V3 enum. */
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

/** The values of `style`, from the model's API page. */
export const STYLES = ['any', 'engraving', 'line_art', 'line_circuit', 'linocut'] as const

/** A model as the stand-in knows it. The first style and the first size are the defaults. */
export interface ServedModel {
  /** Its name in addresses, such as `/v2/recraft-v3-svg`. */
  readonly id: string
  readonly styles: readonly [string, ...string[]]
  /** Width x height in pixels, as in the API. */
  readonly sizes: readonly [string, ...string[]]
  /** Maximum length of a prompt, in characters. */
  readonly promptLimit: number
  /** Price of a picture, in US dollars. */
  readonly price: number
}

/** The price is from the model's API page. */
const RECRAFT_V3_SVG: ServedModel = {
  id: 'recraft-v3-svg',
  styles: STYLES,
  sizes: SIZES,
  // Recraft documents a maximum of 1000 characters for V3. Segmind documents none, so the stricter limit applies here.
  promptLimit: 1000,
  price: 0.1,
}

/** The default models: Segmind's list, which the plugin's must match. */
export const DEFAULT_MODELS: readonly ServedModel[] = [RECRAFT_V3_SVG]

/** The parameters of an accepted call, including defaults. */
export interface GenerationParameters {
  readonly prompt: string
  readonly size: string
  readonly style: string
}

/** The parameters, or the message of the 400. */
type ParameterResult =
  | { readonly ok: true; readonly parameters: GenerationParameters }
  | { readonly ok: false; readonly message: string }

/**
 * Reads the parsed JSON body of a submit. May be stricter than the live service, which reportedly accepts some invalid values and fails
 * later, because a client must not depend on that.
 * The prompt's length is counted in UTF-16 units, of which there are at least as many as characters. Errors are returned, not thrown.
 */
export function readParameters(body: unknown, { styles, sizes, promptLimit }: ServedModel): ParameterResult {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return refuse('The request body must be a JSON object')
  }
  const { prompt, size = sizes[0], style = styles[0], ...unknownOnes } = body as Record<string, unknown>
  const [unknownName] = Object.keys(unknownOnes)
  if (unknownName !== undefined) return refuse(`Unknown parameter: ${unknownName}`)
  if (typeof prompt !== 'string' || prompt.trim() === '') return refuse('prompt must be a non-empty string')
  if (prompt.length > promptLimit) return refuse(`prompt must be at most ${promptLimit} characters`)
  if (!isOneOf(sizes, size)) return refuse(`size must be one of ${sizes.join(', ')}`)
  if (!isOneOf(styles, style)) return refuse(`style must be one of ${styles.join(', ')}`)
  return { ok: true, parameters: { prompt, size, style } }
}

function refuse(message: string): ParameterResult {
  return { ok: false, message }
}

function isOneOf<T extends string>(values: readonly T[], value: unknown): value is T {
  return values.some((one) => one === value)
}
