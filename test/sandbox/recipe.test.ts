import { describe, expect, it } from 'vitest'
import { insert, insertSuite, nodeOf, SVG } from '../support/insert-case'
import { pictureOf } from '../support/picture'

const { open, insertInto } = insertSuite()

const ENTRY = '1530000000000000000/inkwright.recipe'

describe('the recipe', () => {
  it.each(['frame', 'component', 'vector'] as const)(
    'is on the %s under one key, with its version, and part of the selection',
    async (as) => {
      const { stage } = await open(() => undefined)
      const told: unknown[] = []
      stage.panel.on('selection.changed', ({ layer }) => told.push(layer?.recipe?.prompt ?? null))
      const picture = pictureOf(SVG, { as })
      const { nodeId } = await insert(stage, picture)
      const { pluginData } = nodeOf(stage, nodeId)
      expect(Object.keys(pluginData)).toEqual([ENTRY])
      expect(JSON.parse(pluginData[ENTRY] ?? '')).toEqual(picture.recipe)
      expect(picture.recipe.version).toBe(1)
      await expect.poll(() => told.at(-1)).toBe('a fox')
      stage.editor.select([])
      await expect.poll(() => told.at(-1)).toBeNull()
      stage.editor.select([nodeId])
      const reply = await stage.panel.request('selection.read', {})
      expect(reply).toMatchObject({ ok: true, value: { layer: { recipe: picture.recipe } } })
    },
  )

  it('survives undo and redo, and is the new one after a replacement', async () => {
    const { stage, frame } = await insertInto(() => undefined)
    stage.editor.undo()
    stage.editor.redo()
    expect(nodeOf(stage, frame.id).pluginData[ENTRY]).toContain('a fox')
    const { recipe } = pictureOf(SVG)
    const owl = pictureOf(SVG, { recipe: { ...recipe, prompt: 'an owl' } })
    const { nodeId } = await insert(stage, owl, { replace: frame.id })
    expect(nodeOf(stage, nodeId).pluginData[ENTRY]).toContain('an owl')
  })

  it.each(['漢', '\u0001'])('with the longest stored prompt fits, made of %j', async (letter) => {
    const { recipe } = pictureOf(SVG)
    const prompt = letter.repeat(10_000)
    const { stage, frame } = await insertInto(() => undefined, { recipe: { ...recipe, prompt } })
    expect(JSON.parse(nodeOf(stage, frame.id).pluginData[ENTRY] ?? '').prompt).toBe(prompt)
  })

  it('with an unknown style and size is sent with the stored texts', async () => {
    const recipe = { ...pictureOf(SVG).recipe, style: 'watercolor_2', size: '4096x4096', seed: 7 }
    const { stage } = await open((b) => b.frame({ pluginData: { [ENTRY]: JSON.stringify(recipe) } }))
    const reply = await stage.panel.request('selection.read', {})
    expect(reply).toMatchObject({
      ok: true,
      value: { layer: { recipe: { style: 'watercolor_2', size: '4096x4096' } } },
    })
  })

  it.each([
    ['no JSON', '{'],
    ['of a later version', JSON.stringify({ ...pictureOf(SVG).recipe, version: 2 })],
    ['of another form', '{"version":1,"prompt":7}'],
    ['not an object', 'null'],
  ])('that is %s is ignored, and the layer still counts as a picture', async (_name, text) => {
    const { stage, selected } = await open((b) =>
      b.frame({ width: 500, height: 500, pluginData: { [ENTRY]: text } }),
    )
    const reply = await stage.panel.request('selection.read', {})
    expect(reply).toMatchObject({ ok: true, value: { layer: { id: selected, recipe: null } } })
    // The next picture does not go into it.
    const { nodeId } = await insert(stage, pictureOf(SVG))
    expect(nodeOf(stage, nodeId).parent).not.toBe(selected)
  })

  it('comes with a relaunch button, which sends it to the panel', async () => {
    const { stage } = await insertInto(() => undefined)
    expect(stage.editor.relaunchOffers().map(({ command }) => command)).toEqual(
      expect.arrayContaining(['edit', 'variation']),
    )
    await stage.editor.relaunch('variation')
    await stage.editor.idle()
    const reply = await stage.panel.request('run.read', {})
    expect(reply).toMatchObject({
      ok: true,
      value: { command: 'variation', parameters: null, recipe: { prompt: 'a fox' } },
    })
  })
})
