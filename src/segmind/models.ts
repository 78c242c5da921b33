/** The drawings that show a style: each is a thumbnail in the panel and an icon in quick actions. */
export type StyleDrawing = 'flat' | 'engraving' | 'line' | 'circuit' | 'linocut'

/** A style of a model. One id means the same style in every model. */
export interface ModelStyle {
  /** As Segmind writes it. */
  readonly id: string
  /** What users call it. A language may have a name of its own for it. */
  readonly label: string
  readonly drawing: StyleDrawing
}

/** A size of a model, in px. */
export interface ModelSize {
  /** As Segmind writes it: `1365x1024`. */
  readonly id: `${number}x${number}`
  readonly width: number
  readonly height: number
}

/** A model that Segmind serves. */
export interface Model {
  /** As Segmind names it. Stored with the requests of every model but the first. */
  readonly id: string
  /** What users call it. */
  readonly label: string
  /** The paths of the two endpoints below the API's origin: the queue, and the one long call. */
  readonly paths: { readonly queue: string; readonly direct: string }
  /** The first is the default. */
  readonly styles: readonly [ModelStyle, ...ModelStyle[]]
  /** The first is the default. */
  readonly sizes: readonly [ModelSize, ...ModelSize[]]
  /** Longest prompt, in characters. */
  readonly promptLimit: number
  /** What one picture costs, in US dollars. The actual price is `metrics.cost` of a result. */
  readonly price: number
  /** How long a picture usually takes, in ms. */
  readonly usualTime: number
  /** Segmind no longer takes requests for it: it is not offered, but its stored pictures stay usable. */
  readonly isRetired: boolean
}

const size = <Width extends number, Height extends number>(width: Width, height: Height) => ({
  id: `${width}x${height}` as const,
  width,
  height,
})

/** The table behind `MODELS`, with the types of its ids. */
const TABLE = [
  {
    id: 'recraft-v3-svg',
    label: 'Recraft V3 SVG',
    paths: { queue: '/v2/recraft-v3-svg', direct: '/v1/recraft-v3-svg' },
    // As Segmind's model page lists them.
    styles: [
      { id: 'any', label: 'Any', drawing: 'flat' },
      { id: 'engraving', label: 'Engraving', drawing: 'engraving' },
      { id: 'line_art', label: 'Line art', drawing: 'line' },
      { id: 'line_circuit', label: 'Line circuit', drawing: 'circuit' },
      { id: 'linocut', label: 'Linocut', drawing: 'linocut' },
    ],
    // Ten from Segmind's model page, which cuts "+5 more", and the five that Recraft's own V3 enum has beyond those.
    sizes: [
      size(1024, 1024),
      size(1365, 1024),
      size(1024, 1365),
      size(1536, 1024),
      size(1024, 1536),
      size(1820, 1024),
      size(1024, 1820),
      size(1024, 2048),
      size(2048, 1024),
      size(1434, 1024),
      size(1024, 1434),
      size(1024, 1280),
      size(1280, 1024),
      size(1024, 1707),
      size(1707, 1024),
    ],
    // Recraft's documented limit for V3; Segmind states none.
    promptLimit: 1000,
    // By the model's page.
    price: 0.1,
    // Segmind's own average.
    usualTime: 17_600,
    isRetired: false,
  },
] as const satisfies readonly [Model, ...Model[]]

/**
 * Every model, offered or retired. The first stays first: stored requests that name no model were made with it. This is the
 * only place that describes models.
 */
export const MODELS: readonly [Model, ...Model[]] = TABLE

/** The ids that are in the table: what can be sent. */
export type ModelId = (typeof TABLE)[number]['id']
export type Style = (typeof TABLE)[number]['styles'][number]['id']
export type Size = (typeof TABLE)[number]['sizes'][number]['id']
