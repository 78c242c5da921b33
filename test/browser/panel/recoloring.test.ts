import { DEMO_KEY } from 'segmind-stand-in'
import { expect, it } from 'vitest'
import type { Recoloring } from '../../../src/protocol/colors'
import { FILE, search } from '../../support/brand-colors'
import { panelControls } from '../../support/panel-controls'
import { panelSuite } from '../../support/panel-suite'
import { selectionOf } from '../../support/picture'

const suite = panelSuite()

it('the colors of the file recolor the selection on the canvas, and what could not be changed is reported', async () => {
  const asked: Recoloring[] = []
  const { panel } = await suite.open({
    settings: { apiKey: DEMO_KEY },
    handlers: {
      'colors.read': () => FILE,
      'selection.read': () => selectionOf({ count: 2 }),
      'canvas.palette': () => ({
        colors: [
          { color: '#1e6fea', uses: ['fill' as const], layers: 7 },
          { color: '#0a3c90', uses: ['stroke' as const], layers: 3 },
        ],
        // Two of the three layers have both: ten paints, eight layers.
        mixes: [{ colors: ['#0a3c90', '#1e6fea'], layers: 2 }],
        layers: 8,
        locked: 1,
        mixed: 0,
        skipped: 0,
        isPartial: false,
      }),
      'canvas.recolor': (recoloring) => {
        asked.push(recoloring)
        const failed = [{ color: '#0a3c90', id: null, reason: 'refused' as const }]
        const binding = asked.length === 1 ? { bound: 2, of: 2, failed: [] } : { bound: 0, of: 0, failed }
        return { layers: 8, locked: 1, mixed: 0, skipped: 2, isPartial: false, binding }
      },
    },
  })
  await panelControls(panel).button('Colors: ').click()
  await panelControls(panel).button('Recolor the selection').click()
  await panel.getByText('8 layers selected. 2 colors. 1 locked layer left out.').waitFor()
  await panelControls(panel).choose('Colors', 'Match file colors')
  await panel.getByRole('button', { name: 'Recolor 8 layers' }).click()
  await panelControls(panel).waitForStatus(
    '8 layers recolored. 2 layers skipped: they were deleted meanwhile or could not be read. 2 of 2 colors bound to Brand.',
  )
  expect(asked).toEqual([
    {
      changes: [
        { color: '#0a3c90', to: { kind: 'variable', id: 'VariableID:0' } },
        { color: '#1e6fea', to: { kind: 'variable', id: 'VariableID:1' } },
      ],
    },
  ])
  await panel.getByRole('button', { name: /^#0a3c90/ }).click()
  await panel.getByRole('textbox', { name: 'Hex' }).fill('#123')
  await panel.getByRole('textbox', { name: 'Hex' }).press('Escape')
  await panel.getByRole('button', { name: 'Recolor 3 layers' }).click()
  await panelControls(panel).waitForStatus('Not changed: #0a3c90 (Figma refused it).')
  await panel.getByRole('button', { name: /^#1e6fea/ }).click()
  await search(panel).fill('blue')
  await search(panel).press('Escape')
  await expect.poll(() => search(panel).inputValue()).toBe('')
  await search(panel).press('Escape')
  await panel.getByRole('heading', { name: 'Recolor the selection' }).waitFor()
  await panel.getByRole('button', { name: 'Back' }).click()
  await panelControls(panel).prompt.waitFor()
})
