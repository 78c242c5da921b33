import type { DocumentBuilder } from 'figma-host/document'
import type { Editor, EditorOptions, LayerSnapshot } from 'figma-host/editor'
import { expect } from 'vitest'
import type { Inserted, Picture } from '../../src/protocol/contract'
import type { CodeStage } from './code-stage'
import { codeSuite } from './code-suite'
import { insertionOf, pictureOf } from './picture'

/** A white background and a red triangle, 400 by 200 px. */
export const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200"><path id="Background" d="M0 0H400V200H0Z" fill="#ffffff"/><path id="Red" d="M10 10L90 10L90 90Z" fill="#ff0000"/></svg>'

/** The data of a layer in the document. */
export type NodeData = ReturnType<Editor['contents']>['nodes'][number]

export interface Case {
  readonly stage: CodeStage
  /** Toasts. */
  readonly toasts: string[]
  readonly inserted: Inserted
  /** What was inserted, and its parent layer; null for the page. */
  readonly frame: LayerSnapshot
  readonly parent: LayerSnapshot | null
}

/** Returns functions that open documents for inserting. Call it at the top of a file. */
export function insertSuite() {
  const openStage = codeSuite()

  /** Builds a document and selects what `build` returns. */
  async function open(
    build: (builder: DocumentBuilder) => string | undefined,
    editorType: EditorOptions['editorType'] = 'figma',
  ): Promise<{ readonly stage: CodeStage; readonly toasts: string[]; readonly selected: string | null }> {
    let selected: string | undefined
    const stage = await openStage(undefined, {
      editorType,
      build(builder) {
        selected = build(builder)
        if (selected) builder.select(selected)
      },
    })
    const toasts: string[] = []
    stage.editor.on('toast', ({ text }) => toasts.push(text))
    return { stage, toasts, selected: selected ?? null }
  }

  /** Does the same, and inserts the picture. */
  async function insertInto(
    build: (builder: DocumentBuilder) => string | undefined,
    more: Partial<Picture> = {},
    editorType: EditorOptions['editorType'] = 'figma',
  ): Promise<Case> {
    const { stage, toasts } = await open(build, editorType)
    const inserted = await insert(stage, pictureOf(SVG, more))
    return { stage, toasts, inserted, ...found(stage, inserted.nodeId) }
  }
  return { open, insertInto }
}

/** Inserts a picture. Throws if that fails. */
export async function insert(
  stage: CodeStage,
  picture: Picture,
  more: Parameters<typeof insertionOf>[1] = {},
): Promise<Inserted> {
  const [inserted] = await insertAll(stage, [picture], more)
  if (!inserted) throw new Error('nothing was told of the picture')
  return inserted
}

/** Inserts pictures in one step. Throws if that fails. */
export async function insertAll(
  { panel }: CodeStage,
  pictures: Picture[],
  more: Parameters<typeof insertionOf>[1] = {},
): Promise<Inserted[]> {
  const reply = await panel.request('picture.insert', insertionOf(pictures, more))
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`)
  return reply.value.pictures
}

/** Finds a layer of the page, and its parent. */
export function found(stage: CodeStage, id: string): Pick<Case, 'frame' | 'parent'> {
  const search = (
    layers: readonly LayerSnapshot[],
    parent: LayerSnapshot | null,
  ): Pick<Case, 'frame' | 'parent'> | null => {
    for (const layer of layers) {
      if (layer.id === id) return { frame: layer, parent }
      const inside = search(layer.children, layer)
      if (inside) return inside
    }
    return null
  }
  const result = search(stage.editor.snapshot().layers, null)
  if (!result) throw new Error('the picture is not on the page')
  return result
}

/** Returns the data of a layer in the document. */
export function nodeOf({ editor }: CodeStage, id: string): NodeData {
  const node = editor.contents().nodes.find((each) => each.id === id)
  if (!node) throw new Error('no such layer')
  return node
}

/** Returns left, top, width, and height in the parent, rounded to hundredths of a px. */
export function boxOf(stage: CodeStage, id: string): [number, number, number, number] {
  const { transform, width, height } = nodeOf(stage, id)
  const [x = 0, y = 0, w = 0, h = 0] = [transform[0][2], transform[1][2], width, height].map(
    (length) => Math.round(length * 100) / 100 + 0,
  )
  return [x, y, w, h]
}

/** Expects an absolute bounding box, rounded to hundredths of a px. */
export function expectBox(
  { absoluteBoundingBox: box }: Pick<LayerSnapshot, 'absoluteBoundingBox'>,
  ...[x, y, width, height]: readonly [x: number, y: number, width: number, height: number]
): void {
  expect(box?.x).toBeCloseTo(x, 2)
  expect(box?.y).toBeCloseTo(y, 2)
  expect(box?.width).toBeCloseTo(width, 2)
  expect(box?.height).toBeCloseTo(height, 2)
}

/** Returns whether a layer is completely in view. */
export function isInView(stage: CodeStage, id: string): boolean {
  const { layers, viewport } = stage.editor.snapshot()
  const box = layers.find((layer) => layer.id === id)?.absoluteBoundingBox
  const { center, zoom, width, height } = viewport
  return (
    box !== undefined &&
    box !== null &&
    Math.abs(box.x + box.width / 2 - center.x) * 2 + box.width <= width / zoom &&
    Math.abs(box.y + box.height / 2 - center.y) * 2 + box.height <= height / zoom
  )
}

/** Rounds the numbers in a value to a millionth, because repeated layout differs in the last digits. */
export const rounded = <Value>(value: Value): Value =>
  JSON.parse(
    JSON.stringify(value, (_key, part) =>
      typeof part === 'number' && Number.isFinite(part) ? Math.round(part * 1e6) / 1e6 + 0 : part,
    ),
  )
