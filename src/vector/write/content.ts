import { layerStrings } from '../../strings/layers'
import type { Clip, Group, LiveText, Mask, RasterImage, Shape, TextRun } from '../drawing'
import { layerName } from '../steps/names'
import type { Definitions } from './definitions'
import type { Finish } from './finish'
import { escapeXml, fraction, matrixText, number } from './numbers'
import { pathData } from './path-data'
import { writePath } from './shape'

export interface ContentWriter {
  readonly definitions: Definitions
  /** Returns a name that no other layer has. */
  readonly unique: (name: string) => string
  readonly finish: Finish[]
}

/** Writes a shape and its content. */
export function writeShape(shape: Shape, name: string, writer: ContentWriter): string {
  const { content } = shape
  if (!content) return writePath(shape, name, writer.definitions)
  if (content.type === 'group') return writeGroup(content, name, writer)
  if (content.type === 'text') return writeText(shape, content, name, writer)
  return writeImage(shape, content, name, writer)
}

const writeInside = (shapes: readonly Shape[], writer: ContentWriter): string =>
  shapes.map((shape) => writeShape(shape, writer.unique(layerName(shape, null)), writer)).join('')

function writeGroup(group: Group, name: string, writer: ContentWriter): string {
  const { definitions, finish } = writer
  const { shapes, clips, mask, opacity, blendMode } = group
  const style = blendMode === 'normal' ? 'isolation:isolate' : `mix-blend-mode:${blendMode}`
  const isWritten = definitions.target === 'svg'
  // Figma's import does not turn masks into mask layers, so the mask is written as a normal layer, which the sandbox turns into a mask.
  const below = mask && !isWritten ? writeMaskLayer(mask, writer) : ''
  const attributes = [
    opacity < 1 && ` opacity="${fraction(opacity)}"`,
    blendMode && isWritten && ` style="${style}"`,
    clips[0] && ` clip-path="${defineClips([clips[0]], definitions)}"`,
    mask && isWritten && ` mask="${defineMask(mask, writer)}"`,
  ]
  if (blendMode && !isWritten) finish.push({ layer: name, blendMode })
  const inside = `${below}${writeInside(shapes, writer)}`
  const content = clips.slice(1).reduce((text, clip) => {
    const id = escapeXml(writer.unique(layerStrings.clipped))
    return `<g id="${id}" clip-path="${defineClips([clip], definitions)}">${text}</g>`
  }, inside)
  return `<g id="${escapeXml(name)}"${attributes.filter(Boolean).join('')}>${content}</g>`
}

/** Defines the intersection of all clips. */
function defineClips([first, ...more]: readonly Clip[], definitions: Definitions): string {
  if (!first) return 'none'
  const attribute = (clips: readonly Clip[]) =>
    clips.length > 0 ? ` clip-path="${defineClips(clips, definitions)}"` : ''
  const paths = first.areas.map(({ path, fillRule, clips }) => {
    const rule = fillRule === 'evenodd' ? ' clip-rule="evenodd"' : ''
    return `<path d="${pathData(path)}"${rule}${attribute(clips)}/>`
  })
  const outer = attribute(more)
  return definitions.add((id) => `<clipPath id="${id}"${outer}>${paths.join('')}</clipPath>`)
}

function defineMask({ type, shapes }: Mask, writer: ContentWriter): string {
  const inside = writeInside(shapes, writer)
  const area = 'maskUnits="userSpaceOnUse" x="-100000" y="-100000" width="200000" height="200000"'
  const alpha = type === 'alpha' ? ' style="mask-type:alpha"' : ''
  return writer.definitions.add((id) => `<mask id="${id}" ${area}${alpha}>${inside}</mask>`)
}

function writeMaskLayer({ type, shapes }: Mask, writer: ContentWriter): string {
  const layer = writer.unique(layerStrings.mask)
  writer.finish.push({ layer, mask: type })
  return `<g id="${escapeXml(layer)}">${writeInside(shapes, writer)}</g>`
}

function writeImage(shape: Shape, image: RasterImage, name: string, writer: ContentWriter): string {
  const { href, width, height, matrix, opacity, isPixelated } = image
  if (writer.definitions.target === 'canvas') {
    writer.finish.push({ layer: name, image })
    return writePath(
      { ...shape, fill: { type: 'solid', color: '#808080' }, opacity },
      name,
      writer.definitions,
    )
  }
  const optional = [
    opacity < 1 && ` opacity="${fraction(opacity)}"`,
    isPixelated && ' image-rendering="pixelated"',
  ]
  const size = `width="${number(width)}" height="${number(height)}" preserveAspectRatio="none"`
  return `<image id="${escapeXml(name)}" ${size} transform="${matrixText(matrix)}"${optional.filter(Boolean).join('')} href="${escapeXml(href)}"/>`
}

function writeText(shape: Shape, text: LiveText, name: string, writer: ContentWriter): string {
  const { run, matrix, opacity } = text
  if (writer.definitions.target === 'canvas') {
    writer.finish.push({ layer: name, text })
    return writePath(shape, name, writer.definitions)
  }
  const alpha = opacity < 1 ? ` opacity="${fraction(opacity)}"` : ''
  return writeRun(run, 'text', ` id="${escapeXml(name)}" transform="${matrixText(matrix)}"${alpha}`)
}

function writeRun({ attributes, children }: TextRun, tag: string, more = ''): string {
  const own = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
  const inside = children.map((child) =>
    typeof child === 'string' ? escapeXml(child) : writeRun(child, 'tspan'),
  )
  return `<${tag}${more}${own.join('')}>${inside.join('')}</${tag}>`
}
