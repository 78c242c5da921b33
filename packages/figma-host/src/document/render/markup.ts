import type { BlendMode, Transform } from '@figma/plugin-typings/plugin-api-standalone'
import type { StoredImage } from '../images'

type Attributes = Readonly<Record<string, string | number | undefined>>

/** Returns an SVG element. Attributes that are undefined are omitted. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([attribute, value]) => ` ${attribute}="${escaped(String(value))}"`)
    .join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

function escaped(text: string): string {
  return text.replace(/[&<"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Returns the value of a `transform` attribute; undefined for the identity. */
export function matrix([[a, c, e], [b, d, f]]: Transform): string | undefined {
  if (a === 1 && b === 0 && c === 0 && d === 1) return e === 0 && f === 0 ? undefined : `translate(${e} ${f})`
  return `matrix(${a} ${b} ${c} ${d} ${e} ${f})`
}

/** Returns the value of a `style` attribute for a blend mode; undefined for normal blending. */
export function blendStyle(mode: BlendMode | undefined): string | undefined {
  if (mode === undefined || mode === 'PASS_THROUGH' || mode === 'NORMAL') return undefined
  const css = mode === 'LINEAR_DODGE' ? 'plus-lighter' : mode.toLowerCase().replaceAll('_', '-')
  return `mix-blend-mode:${css}`
}

/** The definitions that a picture refers to. Their ids start with `canvas-`, because they may be part of a web page. */
export class DefinitionList {
  readonly #definitions: string[] = []
  readonly images: ReadonlyMap<string, StoredImage>

  /** `images`: those of the file, by hash. */
  constructor(images: ReadonlyMap<string, StoredImage>) {
    this.images = images
  }

  /** Adds a definition and returns its id. */
  add(name: string, attributes: Attributes, content: string): string {
    const id = `canvas-${this.#definitions.length + 1}`
    this.#definitions.push(element(name, { id, ...attributes }, content))
    return id
  }

  markup(): string {
    return this.#definitions.length === 0 ? '' : element('defs', {}, this.#definitions.join(''))
  }
}
