import type { Constraints, Effect, Paint, Reaction } from '@figma/plugin-typings/plugin-api-standalone'
import { AssetBuilder, solidOf } from './asset-builder'
import { multiply, translation } from './geometry/matrix'
import { readImage } from './images'
import { instantiateComponent } from './instantiate'
import { setTransform } from './layout'
import { makeComponent } from './make-component'
import { moveInPlace } from './move-in-place'
import { type AutoLayoutData, BLANK, type ModeledType, type NodeData } from './node-data'
import { resizeNode } from './resize'
import { textSize } from './text'

/** Properties of a layer. The defaults are those of new layers in Figma. Lengths in px. */
export interface LayerFields {
  readonly name?: string
  /** Id of the parent. Default: the current page. */
  readonly in?: string
  /** Position of the top left corner in the parent's coordinates. */
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  /** Degrees, counterclockwise, about the top left corner. */
  readonly rotation?: number
  readonly visible?: boolean
  readonly locked?: boolean
  readonly opacity?: number
  /** A `#rrggbb` color, or paints. An empty list paints nothing. */
  readonly fill?: string | readonly Paint[]
  readonly stroke?: string | readonly Paint[]
  readonly strokeWeight?: number
  readonly cornerRadius?: number
  readonly clipsContent?: boolean
  readonly isMask?: boolean
  readonly effects?: readonly Effect[]
  /** Prototype interactions. */
  readonly reactions?: readonly Reaction[]
  /** For a section: whether its layers are hidden. */
  readonly contentsHidden?: boolean
  readonly constraints?: Constraints
  /** Auto layout settings, both as a frame and as a child. */
  readonly layout?: Partial<AutoLayoutData>
  /** Entries under `plugin id/key`, or under `shared/namespace/key`. */
  readonly pluginData?: Readonly<Record<string, string>>
  readonly relaunchData?: Readonly<Record<string, string>>
  /** Variable modes that are set on this layer, by collection id. */
  readonly variableModes?: Readonly<Record<string, string>>
}

/**
 * Creates documents for tests in a few lines. Each method adds something and returns its id. Only the tree is validated, because this is
 * not a plugin. Auto layout is updated when `Editor.build` returns, and by every method that reads a size.
 */
export class DocumentBuilder extends AssetBuilder {
  /** Adds a page without making it the current one. */
  page(name: string): string {
    const { fills } = this.document.need(this.document.currentPage)
    return this.document.create({ type: 'PAGE', name, fills }, this.document.rootId)
  }

  /** Adds a white frame of 100 × 100 px that clips its content. */
  frame(fields: LayerFields = {}): string {
    return this.#layer('FRAME', { width: 100, height: 100, fill: '#ffffff', clipsContent: true, ...fields })
  }

  /** Adds a section of 100 × 100 px. */
  section(fields: LayerFields = {}): string {
    return this.#layer('SECTION', { width: 100, height: 100, fill: '#ffffff', ...fields })
  }

  /** Adds a component, with the fields of a frame. */
  component(fields: LayerFields = {}): string {
    return this.#layer('COMPONENT', {
      width: 100,
      height: 100,
      fill: '#ffffff',
      clipsContent: true,
      ...fields,
    })
  }

  /** Adds a slot, with the fields of a frame. Its parent should be a component. */
  slot(fields: LayerFields = {}): string {
    return this.#layer('SLOT', { width: 100, height: 100, clipsContent: true, ...fields })
  }

  /** Adds a layer of an unknown type: one that paints nothing, or a frame that plugins cannot add layers to. */
  madeUp(kind: 'layer' | 'frame', fields: LayerFields = {}): string {
    return kind === 'layer'
      ? this.#layer('MADE_UP_LAYER', fields)
      : this.#layer('MADE_UP_FRAME', {
          width: 100,
          height: 100,
          fill: '#ffffff',
          clipsContent: true,
          ...fields,
        })
  }

  /** Adds an instance of a component with its current content. A different size stretches it by the constraints. */
  instance(component: string, fields: LayerFields = {}): string {
    const { document } = this
    document.settle()
    const id = instantiateComponent(document, component, fields.in ?? document.currentPage)
    const { width, height } = document.need(id)
    resizeNode(document, id, fields.width ?? width, fields.height ?? height)
    const { width: w, height: h } = document.need(id)
    document.update(id, { ...given(fields), width: w, height: h })
    this.#place(id, fields)
    return id
  }

  /** Adds a light gray rectangle of 100 × 100 px. */
  rectangle(fields: LayerFields = {}): string {
    return this.#layer('RECTANGLE', { width: 100, height: 100, fill: '#d9d9d9', ...fields })
  }

  /** Adds a light gray ellipse of 100 × 100 px. */
  ellipse(fields: LayerFields = {}): string {
    return this.#layer('ELLIPSE', { width: 100, height: 100, fill: '#d9d9d9', ...fields })
  }

  /** Adds a black line of 100 px. */
  line(fields: LayerFields = {}): string {
    return this.#layer('LINE', { width: 100, stroke: '#000000', ...fields, height: 0 })
  }

  /** Adds a vector with one path (absolute M, L, Q, C, and Z; its bounding box must start at 0, 0). Default: a gray triangle. */
  vector(fields: LayerFields & { readonly path?: string } = {}): string {
    const { path = 'M 0 0 L 100 0 L 100 100 Z', ...others } = fields
    const id = this.#layer('VECTOR', { width: 100, height: 100, fill: '#d9d9d9', ...others })
    this.document.update(id, { vectorPaths: [{ windingRule: 'NONZERO', data: path }] })
    return id
  }

  /** Adds a text layer in Inter, 12 px by default, that hugs its characters. */
  text(characters: string, fields: LayerFields & { readonly fontSize?: number } = {}): string {
    const { fontSize = 12, ...others } = fields
    const id = this.#layer('TEXT', { name: characters, fill: '#000000', ...others })
    const { width, height, text: blank } = this.document.need(id)
    const text = { ...blank, characters, fontSize }
    this.document.update(id, { text, ...textSize({ text, width, height }) })
    return id
  }

  /** Stores an image in the file, for image fills. Returns its hash. */
  image(bytes: Uint8Array): string {
    const image = readImage(bytes)
    this.document.images.set(image.hash, image)
    return image.hash
  }

  /** Groups layers in place, in the parent of the first one. */
  group(members: readonly string[], fields: LayerFields = {}): string {
    const parent = fields.in ?? this.document.need(members[0] ?? '').parent ?? this.document.currentPage
    const id = this.document.create({ type: 'GROUP', name: fields.name ?? 'Group', ...given(fields) }, parent)
    for (const member of members) moveInPlace(this.document, member, id)
    return id
  }

  /** Turns a layer into a component in place. Returns the component's id. */
  componentOf(layer: string): string {
    return makeComponent(this.document, layer)
  }

  /** Selects layers of the current page. */
  select(...ids: string[]): void {
    this.document.select(ids)
  }

  #layer(type: ModeledType, fields: LayerFields): string {
    const { name = type[0] + type.slice(1).toLowerCase(), width = 0, height = 0 } = fields
    const parent = fields.in ?? this.document.currentPage
    const id = this.document.create({ type, name, width, height, ...given(fields) }, parent)
    this.#place(id, fields)
    return id
  }

  #place(id: string, { x = 0, y = 0, rotation = 0 }: LayerFields): void {
    const turn = (-rotation * Math.PI) / 180
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
    setTransform(
      this.document,
      id,
      rotation === 0
        ? translation(x, y)
        : multiply(translation(x, y), [
            [cos, -sin, 0],
            [sin, cos, 0],
          ]),
    )
  }
}

/** Returns the record's fields that are set. */
function given(fields: LayerFields): Partial<NodeData> {
  const { name, visible, locked, opacity, strokeWeight, clipsContent, constraints } = fields
  const { isMask, contentsHidden, effects, reactions } = fields
  const { pluginData, relaunchData, variableModes, fill, stroke, cornerRadius: r, layout } = fields
  const found = {
    ...{ name, visible, locked, opacity, strokeWeight, clipsContent, constraints },
    ...{ pluginData, relaunchData, variableModes, isMask, contentsHidden, effects, reactions },
    fills: paintsOf(fill),
    strokes: paintsOf(stroke),
    corners: r === undefined ? undefined : ([r, r, r, r] as const),
    layout: layout && { ...BLANK.layout, ...layout },
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

function paintsOf(value: string | readonly Paint[] | undefined): readonly Paint[] | undefined {
  return typeof value === 'string' ? [solidOf(value)] : value
}
