import type { Transform } from '@figma/plugin-typings/plugin-api-standalone'
import { multiply, translation } from '../document/geometry/matrix'
import { formatPathData, pathBounds, transformPath } from '../document/geometry/path-data'
import type { NodeData } from '../document/node-data'
import { BLACK } from './colors'
import { isGradient, solid } from './gradients'
import { paintsOf } from './paints'
import { outlineOf, SHAPE_ATTRIBUTES } from './shapes'
import { strokeFields } from './strokes'
import { checkAttributes, inherit, isHidden, type Style } from './style'
import { parseNumber, parseTransform } from './values'
import type { XmlElement } from './xml'

/** Inherited by the children of an element. */
interface Surroundings {
  /** From their user space to the container: the frame or the page. */
  readonly transform: Transform
  readonly style: Style
}

/** A layer to create: its record's fields and its children. */
export interface Layer {
  readonly fields: Partial<NodeData> & Pick<NodeData, 'type' | 'name'>
  readonly children: readonly Layer[]
}

/** Imported layers follow their frame in both directions when it is resized (recorded in Figma's editor). */
const CONSTRAINTS: NodeData['constraints'] = { horizontal: 'SCALE', vertical: 'SCALE' }

/** Converts elements to layers: each `g` to a group, and each shape to a vector. Groups without layers are left out. */
export class LayerBuilder {
  readonly #fault: (message: string) => void
  readonly #byId = new Map<string, XmlElement>()

  /** `root`: contains the elements that are referred to by id. */
  constructor(root: XmlElement, fault: (message: string) => void) {
    this.#fault = fault
    this.#index(root)
  }

  /** Returns the layers of an element's children, from back to front. */
  layersIn(element: XmlElement, surroundings: Surroundings): Layer[] {
    return element.children.flatMap((child) => this.#layersOf(child, surroundings))
  }

  #index(element: XmlElement): void {
    const { id } = element.attributes
    if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, element)
    for (const child of element.children) this.#index(child)
  }

  #layersOf(element: XmlElement, around: Surroundings): Layer[] {
    const { name } = element
    if (name === 'defs') {
      for (const child of element.children) this.#checkDefinition(child)
      return []
    }
    if (isGradient(element) || name === 'clipPath') return []
    if (name !== 'g' && !SHAPE_ATTRIBUTES[name]) {
      this.#fault(`<${name}> is lost`)
      return []
    }
    checkAttributes(element, this.#fault)
    if (isHidden(element)) {
      this.#fault(`a hidden <${name}> is lost`)
      return []
    }
    const inside: Surroundings = {
      transform: this.#transform(element, around),
      style: inherit(around.style, element),
    }
    const layers = name === 'g' ? this.#group(element, inside) : this.#vector(element, inside)
    return layers.length === 0 ? [] : this.#clipped(element, layers, inside)
  }

  #checkDefinition({ name, attributes }: XmlElement): void {
    if (name in { linearGradient: 1, radialGradient: 1, clipPath: 1 }) return
    this.#fault(`<${name}${attributes.id === undefined ? '' : ` id="${attributes.id}"`}> in <defs> is lost`)
  }

  #transform({ attributes }: XmlElement, { transform }: Surroundings): Transform {
    const text = attributes.transform
    if (text === undefined) return transform
    const own = parseTransform(text)
    if (!own) this.#fault(`transform="${text}" is unreadable`)
    return own ? multiply(transform, own) : transform
  }

  #group(element: XmlElement, inside: Surroundings): Layer[] {
    const children = this.layersIn(element, inside)
    if (children.length === 0) return []
    const name = element.attributes.id ?? 'Group'
    return [{ fields: { type: 'GROUP', name, opacity: this.#opacity(element) }, children }]
  }

  #vector(element: XmlElement, { transform, style }: Surroundings): Layer[] {
    const commands = transformPath(outlineOf(element, this.#fault), transform)
    const box = pathBounds(commands)
    if (!box) return []
    const context = { byId: this.#byId, toContainer: transform, box, fault: this.#fault }
    const data = formatPathData(transformPath(commands, translation(-box.x, -box.y)))
    const fields: Layer['fields'] = {
      type: 'VECTOR',
      name: element.attributes.id ?? 'Vector',
      transform: translation(box.x, box.y),
      width: box.width,
      height: box.height,
      opacity: this.#opacity(element),
      constraints: CONSTRAINTS,
      vectorPaths: [{ windingRule: this.#windingRule(style['fill-rule']), data }],
      fills: paintsOf('fill', style, context),
      strokes: paintsOf('stroke', style, context),
      ...strokeFields(style, transform, this.#fault),
    }
    return [{ fields, children: [] }]
  }

  #windingRule(rule = 'nonzero'): 'EVENODD' | 'NONZERO' {
    if (rule !== 'nonzero' && rule !== 'evenodd') this.#fault(`fill-rule="${rule}" is lost`)
    return rule === 'evenodd' ? 'EVENODD' : 'NONZERO'
  }

  #opacity({ attributes }: XmlElement): number {
    const opacity = parseNumber(attributes.opacity)
    if (attributes.opacity !== undefined && opacity === null) {
      this.#fault(`opacity="${attributes.opacity}" is not a plain number`)
    }
    return Math.min(1, Math.max(0, opacity ?? 1))
  }

  /** Clipped content is put into a "Clip path group" behind a mask (recorded). */
  #clipped({ attributes }: XmlElement, layers: Layer[], inside: Surroundings): Layer[] {
    const text = attributes['clip-path']
    if (text === undefined || text === 'none') return layers
    const clip = this.#byId.get(/^url\(#([^()'"\s]+)\)$/.exec(text)?.[1] ?? '')
    if (clip?.name !== 'clipPath') {
      this.#fault(`clip-path="${text}" names no clipPath`)
      return layers
    }
    const units = clip.attributes.clipPathUnits ?? 'userSpaceOnUse'
    if (units !== 'userSpaceOnUse') this.#fault(`clipPathUnits="${units}" is lost`)
    const mask = this.#mask(clip, { transform: this.#transform(clip, inside), style: {} })
    // SVG: content with an empty clip is not rendered.
    if (!mask) return []
    return [{ fields: { type: 'GROUP', name: 'Clip path group' }, children: [mask, ...layers] }]
  }

  #mask(clip: XmlElement, around: Surroundings): Layer | null {
    const shapes = clip.children.flatMap((shape) => {
      if (!SHAPE_ATTRIBUTES[shape.name]) {
        this.#fault(`<${shape.name}> in <clipPath> is lost`)
        return []
      }
      checkAttributes(shape, this.#fault)
      const rule = shape.attributes['clip-rule'] ?? clip.attributes['clip-rule'] ?? 'nonzero'
      const inside = { transform: this.#transform(shape, around), style: { 'fill-rule': rule } }
      return this.#vector(shape, inside).map(({ fields }): Layer => {
        const look = { fills: [solid(BLACK, 1)], strokes: [], opacity: 1, isMask: true }
        return { fields: { ...fields, ...look }, children: [] }
      })
    })
    const [first] = shapes
    if (!first || shapes.length === 1) return first ?? null
    const children = shapes.map(({ fields }) => ({ fields: { ...fields, isMask: false }, children: [] }))
    return { fields: { type: 'GROUP', name: clip.attributes.id ?? 'Group', isMask: true }, children }
  }
}
