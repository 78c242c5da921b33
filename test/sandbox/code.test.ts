import fc from 'fast-check'
import { memoryStore } from 'figma-host/editor'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Picture } from '../../src/protocol/contract'
import { readBuilt } from '../support/built'
import type { CodeStage } from '../support/code-stage'
import { codeSuite } from '../support/code-suite'
import { NO_SETTINGS } from '../support/panel-stage'
import { insertionOf, pictureOf } from '../support/picture'
import { storeOf } from '../support/stored-values'

const KEY = 'SG_0123456789abcdef'
const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200">${content}</svg>`
const shapes =
  '<path d="M0 0L400 0L400 200L0 200Z" fill="#ffffff"/><path d="M-50 10L90 10L90 90Z" fill="#ff0000"/>'
const fox = pictureOf(svg(shapes))

const insert = (picture: Picture) => stage.panel.request('picture.insert', insertionOf(picture))

/** Returns the colors of a rendered canvas. */
const paints = (drawn = '') => [...new Set(drawn.match(/#[\da-f]{6}|rgba?\(.*?\)/gi))].sort()

const open = codeSuite()
let stage: CodeStage
beforeEach(async () => {
  stage = await open()
})

describe('inserting', () => {
  it('puts one named, selected frame in the center of the view', async () => {
    stage.editor.setViewport({ center: { x: 1000.4, y: -300 } })
    const reply = await insert(fox)
    expect(reply).toMatchObject({ ok: true, value: { pictures: [{ layers: 2 }] } })
    const { layers, selection } = stage.editor.snapshot()
    expect(layers).toHaveLength(1)
    expect(layers[0]).toMatchObject({
      type: 'FRAME',
      name: 'a fox',
      x: 800,
      y: -400,
      width: 400,
      height: 200,
    })
    expect(selection).toEqual([layers[0]?.id])
  })

  it('gives the frame the background’s paint, and removes the background layer', async () => {
    const defs =
      '<defs><linearGradient id="a" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="400" y2="200"><stop offset="0" stop-color="#ffffff"/><stop offset="1" stop-color="#0000ff"/></linearGradient></defs>'
    const gradient = svg(`${defs}${shapes.replace('#ffffff', 'url(#a)')}`)
    for (const picture of [svg(shapes), gradient]) {
      const plain = await insert({ ...fox, parts: [picture] })
      const filled = await insert({ ...fox, parts: [picture], frameFill: true })
      expect([plain, filled]).toMatchObject([
        { value: { pictures: [{ layers: 2 }] } },
        { value: { pictures: [{ layers: 1 }] } },
      ])
      const [before, after] = stage.editor.snapshot().layers.slice(-2)
      expect([before?.children.length, after?.children.length]).toEqual([2, 1])
      const drawn = [before, after].map((frame) =>
        stage.editor.renderSvg(frame?.absoluteBoundingBox ?? undefined),
      )
      expect(paints(drawn[1])).toEqual(paints(drawn[0]))
    }
  })

  it('names a layer in one line of at most 80 characters', async () => {
    await insert({ ...fox, name: `  a\n\nvery ${'long '.repeat(100)}prompt` })
    const name = stage.editor.snapshot().layers[0]?.name ?? ''
    expect(name).toMatch(/^a very long .*…$/)
    expect(name.length).toBeLessThanOrEqual(80)
  })

  it.each([
    ['what is no SVG', 'nonsense', 'import-refused'],
    [
      'a root without a size',
      '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0L9 9L0 9Z" fill="#ff0000"/></svg>',
      'import-refused',
    ],
    ['a picture without shapes', svg(''), 'import-empty'],
  ])('refuses %s and leaves nothing behind', async (_name, text, code) => {
    const reply = await insert({ ...fox, parts: [text] })
    expect(reply).toMatchObject({ ok: false, error: { code } })
    expect(stage.editor.snapshot()).toMatchObject({ layers: [], selection: [] })
  })

  it('refuses invalid parameters, and continues to work', async () => {
    for (const wrong of [{ width: '400' }, { parts: [''] }, { name: '  ' }, { height: -1 }, { recipe: {} }]) {
      const reply = await insert({ ...fox, ...wrong } as typeof fox)
      expect(reply).toMatchObject({ ok: false, error: { code: 'malformed-request' } })
    }
    const request = insertionOf(fox)
    for (const wrong of [
      { ...request, pictures: [] },
      { ...request, pictures: Array(101).fill(fox) },
      { ...request, place: 'elsewhere' as 'page' },
      // Only one picture can replace a layer.
      { ...request, pictures: [fox, fox], replace: '1:2' },
    ]) {
      const reply = await stage.panel.request('picture.insert', wrong)
      expect(reply).toMatchObject({ ok: false, error: { code: 'malformed-request' } })
    }
    expect(await insert(fox)).toMatchObject({ ok: true })
  })
})

describe('settings', () => {
  it('of a later version are read if this version knows them, and otherwise stay stored', async () => {
    const store = await storeOf('later')
    const stage = await open(store)
    expect(await stage.panel.request('settings.load', {})).toEqual({
      ok: true,
      // An unknown model or style is a string, which the panel has to handle.
      value: {
        ...NO_SETTINGS,
        apiKey: KEY,
        model: 'recraft-v99-svg',
        style: 'watercolor_2',
        size: '4096x4096',
        layers: 'objects',
        insertAs: 'slide',
      },
    })
    await stage.panel.request('settings.save', { style: 'linocut' })
    expect(await store.get('count')).toBe(8)
    expect(await store.get('model')).toBe('recraft-v99-svg')
  })

  it('are empty at first, and stored for the next run of the plugin', async () => {
    const nothing = NO_SETTINGS
    expect(await stage.panel.request('settings.load', {})).toEqual({ ok: true, value: nothing })
    await stage.panel.request('settings.save', { apiKey: KEY, style: 'linocut' })
    const next = await open(stage.store)
    expect(await next.panel.request('settings.load', {})).toEqual({
      ok: true,
      value: { ...nothing, apiKey: KEY, style: 'linocut' },
    })
    await next.panel.request('settings.save', { apiKey: null })
    expect(await next.store.keys()).toEqual(['style'])
  })

  it('that do not fit into storage are refused, and the error does not quote them', async () => {
    const store = memoryStore()
    await store.set('history', 'x'.repeat(5 * 1024 * 1024 - 20))
    const { panel, posted } = await open(store)
    const reply = await panel.request('settings.save', { apiKey: KEY })
    expect(reply).toMatchObject({ ok: false, error: { code: 'storage-full' } })
    expect(posted.join()).not.toContain(KEY)
  })
})

describe('the window', () => {
  const html = readBuilt('ui.html').toString()
  const [, source = ''] = /<script type="module"[^>]*>(.*?)<\/script>/s.exec(html) ?? []
  const [, styles = ''] = /<style[^>]*>(.*?)<\/style>/s.exec(html) ?? []

  it.each([
    ['the prompt where there is a key', KEY, 'id="prompt"', 'id="api-key"'],
    ['the first run where there is none', null, 'id="api-key"', 'id="prompt"'],
  ])(
    'opens once, with the stored size, with %s, and provides its script and styles on request',
    async (_what, key, has, hasNot) => {
      const store = memoryStore()
      if (key) await store.set('api-key', key)
      await store.set('window-size', { width: 400, height: 600 })
      const { windows, panel } = await open(store, { html })
      expect(windows).toHaveLength(1)
      expect(windows[0]).toMatchObject({ width: 400, height: 600, visible: true })
      expect(windows[0]?.html).toContain(has)
      expect(windows[0]?.html).not.toContain(hasNot)
      expect(windows[0]?.html.length).toBeLessThan(30_000)
      expect(source.length).toBeGreaterThan(100_000)
      expect(await panel.request('panel.load', {})).toEqual({ ok: true, value: { source, styles } })
    },
  )

  it('remembers the size, within limits', async () => {
    stage.panel.emit('window.resize', { width: 500, height: 700 })
    await expect.poll(() => stage.store.get('window-size')).toEqual({ width: 500, height: 700 })
    await stage.store.set('window-size', { width: 9999, height: 1 })
    const next = await open(stage.store)
    expect(next.windows.at(-1)).toMatchObject({ width: 720, height: 420 })
  })
})

it('messages of any form and in any order leave the plugin working', async () => {
  const noise = fc.oneof(
    fc.jsonValue(),
    fc.record({
      mark: fc.constant('inkwright/1'),
      id: fc.string({ minLength: 1 }),
      kind: fc.constantFrom('request', 'result', 'fault', 'event', 'other'),
      name: fc.constantFrom('picture.insert', 'settings.save', 'window.resize', 'constructor', '__proto__'),
      params: fc.jsonValue(),
      payload: fc.jsonValue(),
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(noise, { maxLength: 10 }), async (messages) => {
      for (const message of messages) stage.editor.receive(message)
      expect(await stage.panel.request('settings.load', {})).toMatchObject({ ok: true })
    }),
    { numRuns: 60 },
  )
  // The unreadable message was reported to the panel as a fault.
  stage.faults.splice(0)
})
