import type { DocumentBuilder } from 'figma-host/document'
import { createEditor, type EditorOptions } from 'figma-host/editor'
import type { Picture } from '../../src/protocol/contract'
import { codeOptions, openCode } from '../support/code-stage'
import { SVG } from '../support/insert-case'
import { insertionOf, pictureOf } from '../support/picture'

const FORMS = ['frame', 'component', 'vector'] as const
const EDITORS = ['figma', 'figjam', 'slides', 'buzz'] as const

/** Returns what the plugin uses of the typings, in all editors and through all entry points, sorted: `FrameNode.resize` … */
export async function membersUsed(): Promise<string[]> {
  const used = new Set<string>()
  for (const editorType of EDITORS) {
    // A separate document for each, because finding a free place in a crowded one takes long. The forms only differ in Figma Design.
    for (const as of editorType === 'figma' ? FORMS : FORMS.slice(0, 1))
      for (const member of await throughThePanel(editorType, as)) used.add(member)
    for (const member of await throughQuickActions(editorType)) used.add(member)
  }
  return [...used].sort()
}

const list = { layoutMode: 'VERTICAL', primaryAxisSizingMode: 'AUTO', counterAxisSizingMode: 'AUTO' } as const

/** Builds layers to insert into, beside, or instead of. */
function build(b: DocumentBuilder): string[] {
  const frame = b.frame({ x: 2000, width: 500, height: 500 })
  const auto = b.frame({ x: 4000, layout: list })
  const group = b.group([b.rectangle({ x: -900 }), b.ellipse({ x: -700 })])
  const limited = { layout: { minWidth: 10, maxWidth: 900, minHeight: 10, maxHeight: 900 } }
  return [
    frame,
    b.rectangle({ in: frame, rotation: 30 }),
    auto,
    b.rectangle({ in: auto, ...limited }),
    b.rectangle({ in: auto, layout: { layoutPositioning: 'ABSOLUTE' } }),
    group,
    b.section({ x: 6000, width: 900, height: 900 }),
    b.text('a text', { y: -900 }),
  ]
}

async function throughThePanel(editorType: NonNullable<EditorOptions['editorType']>, as: Picture['as']) {
  const stage = await openCode(undefined, { editorType })
  const { editor, panel } = stage
  const insert = (more: Partial<Picture>, replace: string | null = null) =>
    panel.request('picture.insert', insertionOf([pictureOf(SVG, more)], { replace }))
  await panel.request('settings.save', { apiKey: 'SG_x', size: '1024x1024' })
  await panel.request('settings.save', { apiKey: null })
  await panel.request('journal.put', { job: 'a', kind: 'sent', text: '{}' })
  await panel.request('journal.putPicture', { job: 'a', bytes: new Uint8Array(9) })
  await panel.request('journal.picture', { job: 'a' })
  await panel.request('journal.load', {})
  await panel.request('journal.remove', { job: 'a' })
  panel.emit('window.resize', { width: 400, height: 600 })
  await insert({})
  // Children come before their parents.
  for (const layer of editor.build(build).reverse()) {
    editor.select([layer])
    panel.emit('pictures.chosen', { sizes: [{ width: 400, height: 200 }] })
    await insert({ as, frameFill: as === 'frame' })
    await panel.request('selection.read', {})
    await insert({ as }, layer)
  }
  await insert({ as, parts: [SVG, SVG, SVG] })
  await insert({ as: 'vector', parts: [SVG.replace('M10 10', 'M-30 10')] })
  await insert({ parts: ['nonsense'] })
  await insert({ parts: [SVG, '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0H9V9Z"/></svg>'] })
  editor.setViewport({ center: { x: 90_000, y: 0 }, zoom: 4 })
  await insert({ width: 4000, height: 4000 })
  const items = [{ type: 'image/svg+xml', data: SVG }]
  for (const x of [2100, 2600, 80_000])
    await editor.drop({
      x,
      y: 100,
      items,
      dropMetadata: { inkwright: [{ job: null, picture: pictureOf(SVG) }] },
    })
  await panel.request('toast', { text: 'a', isError: false, stays: true })
  await panel.request('toast', { text: 'b', isError: true, stays: false })
  await panel.request('panel.show', {})
  await panel.request('run.read', {})
  await panel.request('canvas.show', { nodeIds: [...editor.snapshot().selection] })
  await panel.request('canvas.undo', {})
  await editor.idle()
  for (const { command } of editor.relaunchOffers()) {
    await editor.relaunch(command)
    await editor.idle()
    await panel.request('run.read', {})
  }
  await panel.request('run.end', { message: 'done' })
  await editor.idle()
  const used = editor.membersUsed()
  stage.close()
  return used
}

async function throughQuickActions(editorType: NonNullable<EditorOptions['editorType']>) {
  const editor = await createEditor({ ...(await codeOptions()), editorType })
  const action = await editor.openQuickAction('generate')
  await action.type('a fox')
  await action.choose()
  await action.skip()
  await action.skip()
  action.run()
  await editor.idle()
  const used = editor.membersUsed()
  editor.dispose()
  return used
}
