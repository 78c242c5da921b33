import { describe, expect, it } from 'vitest'
import type { CleanableLayer, CleanLayer, ExportedLayer } from '../../../src/protocol/clean-up'
import type { Picture } from '../../../src/protocol/contract'
import { RequestFailure } from '../../../src/protocol/fault'
import { COMPLETE } from '../../../src/protocol/finish'
import { isFocused, withKey } from '../../support/panel-controls'
import type { FakeJournal } from '../../support/panel-stage'
import { panelSuite } from '../../support/panel-suite'
import { recordInserts, selectionOf } from '../../support/picture'

const layer = (name: string, more: Partial<CleanableLayer> = {}): CleanableLayer => ({
  ...{ nodeId: `id of ${name}`, name, blocker: null, losses: [] },
  ...more,
})

/** Two red squares, which become a single layer. */
const EXPORTED: ExportedLayer = {
  svg: '<svg width="24" height="24" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg"><path d="M2 2H12V12H2Z" fill="#cc0000"/><path d="M12 12H22V22H12Z" fill="#cc0000"/></svg>',
  ...{ offset: { x: 1, y: 1 }, clips: true, bindings: [], ambiguous: 0 },
}

const ICONS = selectionOf({ count: 3, cleanable: 3 })

describe('Clean up selection', () => {
  const suite = panelSuite()

  /** Opens the view for these layers, and records the requests. */
  async function open(
    layers: readonly CleanableLayer[],
    exportLayer: (nodeId: string) => ExportedLayer | Promise<ExportedLayer> = () => EXPORTED,
    stage: Parameters<typeof suite.open>[0] = {},
  ) {
    const replaced: CleanLayer[] = []
    const ended: string[][] = []
    const opened = await suite.open({
      ...stage,
      handlers: {
        'selection.read': () => ICONS,
        'cleanUp.read': () => ({ layers: [...layers], more: 0 }),
        'cleanUp.export': ({ nodeId }) => exportLayer(nodeId),
        'cleanUp.replace': (clean) => {
          replaced.push(clean)
          const binding = { bound: 0, of: 0, failed: [] }
          return { nodeId: `new ${clean.nodeId}`, layers: clean.parts.length, binding, finish: COMPLETE }
        },
        'cleanUp.end': ({ nodeIds }) => {
          ended.push(nodeIds)
          return {}
        },
        ...stage.handlers,
      },
    })
    const { panel } = opened
    const view = panel.locator('.page')
    const button = (name: string) => panel.getByRole('button', { name, exact: true })
    await button('Clean up…').click()
    return { ...opened, view, replaced, ended, button }
  }

  it('works without a key: each layer with the layer options, as one step; shows the outcome and restores the focus', async () => {
    const { view, ui, button, replaced, ended } = await open([layer('bell'), layer('cloud')])
    await view.getByText('2 layers can be cleaned up.').waitFor()
    await button('Clean up 2').click()
    await view.getByText('2 layers cleaned up: from 4 shapes to 2 layers.').waitFor()
    await ui.waitForStatus('2 layers cleaned up')
    expect(replaced).toMatchObject([
      {
        nodeId: 'id of bell',
        width: 24,
        height: 24,
        offset: { x: 1, y: 1 },
        clips: true,
        keepsOriginal: false,
      },
      { nodeId: 'id of cloud' },
    ])
    expect(replaced[0]?.parts[0]?.match(/<path/g)).toHaveLength(1)
    expect(ended).toEqual([['new id of bell', 'new id of cloud']])
    await button('Done').click()
    await expect.poll(() => button('Clean up…').evaluate(isFocused)).toBe(true)
  })

  it('says what would be lost and left; layers that lose something can be left, and originals kept', async () => {
    const { view, panel, ui, button, replaced } = await open(
      [
        layer('bell', { losses: [{ kind: 'effects', layers: 2 }] }),
        layer('cloud'),
        layer('lock', { blocker: 'locked' }),
      ],
      undefined,
      withKey,
    )
    await view.getByText('2 layers can be cleaned up. Left as it is: 1 locked.').waitFor()
    const lost = panel.getByRole('region', { name: 'This would be lost' })
    await lost.getByText('Effects of 2 layers').waitFor()
    await ui.waitForStatus('This would be lost: Effects of 2 layers.')
    await panel.getByRole('checkbox', { name: 'Leave the 1 layer with any of it as it is' }).check()
    await panel.getByRole('checkbox', { name: 'Keep the originals, hidden' }).check()
    await button('Clean up 1').click()
    await view.getByText('1 layer cleaned up').waitFor()
    expect(replaced).toMatchObject([{ nodeId: 'id of cloud', keepsOriginal: true }])
  })

  it('names layers that fail and leaves them, and processes the rest', async () => {
    const { view, button } = await open([layer('bell'), layer('gone'), layer('cloud')], (nodeId) => {
      if (nodeId === 'id of gone') throw new RequestFailure('layer-gone', 'no such layer')
      return nodeId === 'id of bell' ? { ...EXPORTED, svg: EXPORTED.svg.replace(/<path.*\/>/, '') } : EXPORTED
    })
    await button('Clean up 3').click()
    await view.getByText('1 layer cleaned up: from 2 shapes to 1 layer.').waitFor()
    await view.getByText('“bell” is as it was: it draws nothing.').waitFor()
    await view.getByText('“gone” is as it was: it was deleted or moved to another page.').waitFor()
  })

  it('shows the progress; Cancel keeps what is done, and Undo reverts all of it', async () => {
    let release: (layer: ExportedLayer) => void = () => undefined
    const held = new Promise<ExportedLayer>((resolve) => {
      release = resolve
    })
    const { view, button, replaced, ended, posted } = await open(
      [layer('bell'), layer('cloud'), layer('lock')],
      (nodeId) => (nodeId === 'id of cloud' ? held : EXPORTED),
    )
    await button('Clean up 3').click()
    await view.getByText('2 of 3 · cloud').waitFor()
    await button('Cancel').click()
    release(EXPORTED)
    await view.getByText('Stopped: 2 layers are as they were.').waitFor()
    expect(replaced.map(({ nodeId }) => nodeId)).toEqual(['id of bell'])
    expect(ended).toEqual([['new id of bell']])
    await button('Undo').click()
    await view.getByText('The layers are as they were.').waitFor()
    expect(posted.filter((message) => message.includes('canvas.undo'))).toHaveLength(1)
  })

  it('keeps nothing in History; where the setting asks for it, what was cleaned as “Yours”, and it is not inserted', async () => {
    for (const keepCleaned of [null, true]) {
      const journal: FakeJournal = new Map()
      const inserted: Picture[] = []
      const { view, panel, ui, button } = await open([layer('bell'), layer('cloud')], undefined, {
        settings: { ...withKey.settings, keepCleaned, autoInsert: true },
        journal,
        handlers: { 'picture.insert': recordInserts(inserted, 1) },
      })
      await button('Clean up 2').click()
      await view.getByText('2 layers cleaned up').waitFor()
      expect(journal.size).toBe(keepCleaned ? 2 : 0)
      await button('Done').click()
      await expect.poll(() => ui.tiles.count()).toBe(0)
      await ui.tab('History').click()
      if (keepCleaned) {
        await panel.getByText('Yours · Today').first().waitFor()
        for (const name of ['bell', 'cloud']) await panel.getByRole('img', { name }).waitFor()
      } else await panel.getByText('No images yet').waitFor()
      expect(inserted).toEqual([])
    }
  })

  it('does not merge bound colors with similar ones', async () => {
    const near = EXPORTED.svg.replace('#cc0000', '#cd0001')
    const bindings = [{ color: '#cc0000', hex: '#cc0000', to: { kind: 'variable' as const, id: 'V:1' } }]
    const { view, button, replaced } = await open([layer('bound'), layer('free')], (nodeId) => ({
      ...{ ...EXPORTED, svg: near },
      bindings: nodeId === 'id of bound' ? bindings : [],
    }))
    await button('Clean up 2').click()
    await view.getByText('2 layers cleaned up').waitFor()
    const colors = replaced.map(({ parts: [svg = ''] }) => new Set(svg.match(/fill="#\w+"/g)).size)
    expect(colors).toEqual([2, 1])
    expect(replaced[0]?.bindings).toEqual(bindings)
  })
})
