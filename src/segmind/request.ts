import { MODELS, type Model, type ModelId, type ModelStyle, type Size, type Style } from './models'

/** A request as it is stored. Another version may have stored it, so this version may not know its model, style or size. */
export interface StoredRequest {
  readonly prompt: string
  readonly style: string
  readonly size: string
  /** Absent for the first model. */
  readonly model?: string | undefined
}

/** What is sent: a model, and a style and a size that it takes. One request makes one picture. */
export interface PictureRequest extends StoredRequest {
  readonly style: Style
  readonly size: Size
  readonly model?: ModelId | undefined
}

/** A style and a size, if they are given. */
interface Choice {
  readonly style: string | null
  readonly size: string | null
}

/** The models that new pictures can be made with. */
export const OFFERED: readonly Model[] = MODELS.filter(({ isRetired }) => !isRetired)

/** The model to use if the user has chosen none: an offered one, unless there is none. */
export const DEFAULT_MODEL: Model = OFFERED[0] ?? MODELS[0]

/** The model of a request; null for a stored one whose model this version does not know. */
export function modelOf(request: Pick<PictureRequest, 'model'>): Model
export function modelOf(request: Pick<StoredRequest, 'model'>): Model | null
export function modelOf({ model }: Pick<StoredRequest, 'model'>): Model | null {
  return model === undefined ? MODELS[0] : (MODELS.find(({ id }) => id === model) ?? null)
}

/** How a request names its model. */
export const modelField = ({ id }: Model): Pick<StoredRequest, 'model'> =>
  id === MODELS[0].id ? {} : { model: id }

export const hasStyle = ({ styles }: Model, style: string | null): boolean =>
  styles.some(({ id }) => id === style)
export const hasSize = ({ sizes }: Model, size: string | null): boolean => sizes.some(({ id }) => id === size)

/** True if this version can send it: an offered model takes its style and size. */
export function isSendable(request: StoredRequest): request is PictureRequest {
  const model = modelOf(request)
  return model !== null && !model.isRetired && hasStyle(model, request.style) && hasSize(model, request.size)
}

/** The model for a style and a size without a model: `preferred` if it takes them, otherwise the first offered one that does. */
export function modelTaking({ style, size }: Choice, preferred: Model): Model {
  const takes = (model: Model) =>
    (style === null || hasStyle(model, style)) && (size === null || hasSize(model, size))
  return [preferred, ...OFFERED].find(takes) ?? preferred
}

/** What one more picture of this request costs, in US dollars; null for a model that this version does not know. */
export const priceOf = (request: Pick<StoredRequest, 'model'>): number | null =>
  modelOf(request)?.price ?? null

/** All styles of these models, each once. */
export function stylesOf(models: readonly Model[]): ModelStyle[] {
  const all = new Map<string, ModelStyle>()
  for (const { styles } of models)
    for (const style of styles) if (!all.has(style.id)) all.set(style.id, style)
  return [...all.values()]
}

/** The style with this id; undefined where this version has none. */
export const styleOf = (id: string): ModelStyle | undefined =>
  stylesOf(MODELS).find((style) => style.id === id)

/** The size of a model whose aspect ratio is closest to this box; the first of equally close ones. Null for an empty box. */
export function closestSize(
  { sizes }: Model,
  { width, height }: { readonly width: number; readonly height: number },
): string | null {
  if (!(width > 0 && height > 0)) return null
  const distance = (size: (typeof sizes)[number]) =>
    Math.abs(Math.log(size.width / size.height / (width / height)))
  return sizes.reduce((best, size) => (distance(size) < distance(best) ? size : best)).id
}

/** Returns width and height of a stored size, in px; null if it does not contain them. */
export function storedDimensions(size: string): { readonly width: number; readonly height: number } | null {
  const [, width, height] = /^([1-9]\d{0,4})x([1-9]\d{0,4})$/.exec(size) ?? []
  return width && height ? { width: Number(width), height: Number(height) } : null
}
