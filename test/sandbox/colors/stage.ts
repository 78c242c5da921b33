import type { DocumentBuilder, NodeData } from 'figma-host/document'
import type { EditorOptions } from 'figma-host/editor'
import type { Binding } from '../../../src/protocol/colors'
import type { Inserted, Picture } from '../../../src/protocol/contract'
import type { Fault } from '../../../src/protocol/fault'
import type { CodeStage } from '../../support/code-stage'
import { codeSuite } from '../../support/code-suite'
import { insertionOf, pictureOf } from '../../support/picture'

/** The document of a test, and the ids of its parts. */
export interface Case<Ids> {
  readonly stage: CodeStage
  readonly ids: Ids
}

/** Returns a function that opens a document with the plugin running. Call it at the top of a file. */
export function stages() {
  const openStage = codeSuite()
  return async <Ids>(
    build: (builder: DocumentBuilder) => Ids,
    editorType: EditorOptions['editorType'] = 'figma',
  ): Promise<Case<Ids>> => {
    let ids: Ids | undefined
    const stage = await openStage(undefined, {
      editorType,
      build(builder) {
        ids = build(builder)
      },
    })
    return { stage, ids: ids as Ids }
  }
}

/** Returns an SVG of 400 by 200 px. */
export const svg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200">${content}</svg>`

export const box = (name: string, x: number, paint: string): string =>
  `<path id="${name}" d="M${x} 10L${x + 80} 10L${x + 80} 90L${x} 90Z" ${paint}/>`

/** Returns the binding of a color in a picture. By default, the color is the target's. */
export const to = (hex: string, kind: Binding['to']['kind'], id: string, color = hex): Binding => ({
  color,
  hex,
  to: { kind, id },
})

export const insert = (
  { panel }: CodeStage,
  content: string,
  bindings: Binding[],
  more: Partial<Picture> = {},
): Promise<Inserted> =>
  value(panel.request('picture.insert', insertionOf(pictureOf(svg(content), { bindings, ...more })))).then(
    one,
  )

/** Returns the only picture of a step. */
export const one = ({ pictures: [inserted] }: { readonly pictures: readonly Inserted[] }): Inserted => {
  if (!inserted) throw new Error('nothing was told of the picture')
  return inserted
}

/** Returns the value of a successful reply. */
export async function value<T>(
  reply: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Fault }>,
): Promise<T> {
  const answer = await reply
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer.value
}

export const readColors = ({ panel }: CodeStage) => value(panel.request('colors.read', {}))

/** Returns the last layer with this name. */
export function layer({ editor }: CodeStage, name: string): NodeData {
  const found = editor.contents().nodes.filter((node) => node.name === name)
  const last = found[found.length - 1]
  if (!last) throw new Error(`no layer is called ${name}`)
  return last
}

/** Changes the document while the plugin runs, like a user. */
export const change = ({ editor }: CodeStage, act: (builder: DocumentBuilder) => void): void =>
  editor.build(act)

/** Returns the ids of the variables that paints, or gradient stops, are bound to. */
export function bound(paints: NodeData['fills']): (string | null)[] {
  return paints.flatMap((paint) => {
    const parts = paint.type === 'SOLID' ? [paint] : 'gradientStops' in paint ? paint.gradientStops : []
    return parts.map(({ boundVariables }) => boundVariables?.color?.id ?? null)
  })
}
