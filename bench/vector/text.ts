import { prepare } from '../../src/vector/prepare'
import { asReturned, generated, type Picture, samples } from './pictures'
import { type Measured, sum } from './row'
import { svgo } from './svgo'

interface Text {
  readonly picture: Picture
  readonly ours: string
  readonly svgo: string
  readonly layersOut: number
  /** Number of distinct fills after similar colors were unified. */
  readonly fills: number
}

interface PictureSet {
  readonly pictures: string
  readonly of: readonly Picture[]
  /** Limits in %. */
  readonly layers?: number
  readonly bytes?: number
}

/** Measures the output files: the number of layers in mode `merged`, and the bytes. */
export function textMeasures(): Measured[] {
  const texts = [...samples, ...generated].map((picture): Text => {
    const { svg, report } = prepare(picture.text)
    const asDrawn = prepare(picture.text, { layers: 'as-drawn' }).svg
    const fills = new Set(shapesOf(asDrawn).map(fillOf)).size
    return { picture, ours: svg, svgo: svgo(picture.text), layersOut: report.layersOut, fills }
  })
  const sets: readonly PictureSet[] = [
    { pictures: 'samples as returned', of: asReturned, layers: 22 },
    { pictures: 'all samples', of: samples, layers: 26.6, bytes: 60 },
    ...generated.map((picture) => ({ pictures: picture.name, of: [picture] })),
  ]
  const measured = sets
    .filter(({ of }) => of.length > 0)
    .map((set) => ({ ...set, texts: texts.filter(({ picture }) => set.of.includes(picture)) }))
  return [
    ...measured.map(({ pictures, texts, layers }) => layerShare(pictures, texts, layers)),
    ...measured.map(({ pictures, texts, bytes }) => byteShare(pictures, texts, bytes)),
  ]
}

function layerShare(pictures: string, texts: readonly Text[], bar?: number): Measured {
  const raw = sum(texts, ({ picture }) => shapesOf(picture.text).length)
  const share = (count: (text: Text) => number) => (100 * sum(texts, count)) / raw
  return {
    ...{ what: 'layers, merged ÷ raw paths', pictures, unit: '%' },
    ours: share(({ layersOut }) => layersOut),
    svgo: share((text) => shapesOf(text.svgo).length),
    bound: share(({ fills }) => fills),
    ...(bar !== undefined && { bar }),
    note: 'lower bound: distinct fills',
  }
}

function byteShare(pictures: string, texts: readonly Text[], bar?: number): Measured {
  const raw = sum(texts, ({ picture }) => Buffer.byteLength(picture.text))
  const share = (text: (text: Text) => string) =>
    (100 * sum(texts, (one) => Buffer.byteLength(text(one)))) / raw
  return {
    ...{ what: 'bytes ÷ input', pictures, unit: '%' },
    ours: share(({ ours }) => ours),
    svgo: share((text) => text.svgo),
    ...(bar !== undefined && { bar }),
  }
}

const SHAPE = /<(?:path|rect|circle|ellipse|line|polyline|polygon)\b[^>]*>/g

const shapesOf = (svg: string): readonly string[] => svg.match(SHAPE) ?? []

/** Returns the fill attribute; '' if there is none, which means black. */
const fillOf = (shape: string): string => /\bfill="([^"]*)"/.exec(shape)?.[1] ?? ''
