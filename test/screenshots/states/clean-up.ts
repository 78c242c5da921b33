import type { CleanableLayer } from '../../../src/protocol/clean-up'
import { RequestFailure } from '../../../src/protocol/fault'
import { COMPLETE } from '../../../src/protocol/finish'
import type { Panel } from '../../support/panel'
import type { StageOptions } from '../../support/panel-stage'
import { selectionOf } from '../../support/picture'
import { only, type Path, withKey } from './state'
import { forever } from './steps'

const NAMES = ['arrow-left', 'arrow-right', 'bell', 'calendar-with-a-rather-long-name-for-an-icon', 'cloud']

const LAYERS: readonly CleanableLayer[] = [
  ...NAMES.map((name, i) => ({
    ...{ nodeId: `7:${i}`, name, blocker: null },
    losses: [
      ...(i === 1 ? [{ kind: 'effects' as const, layers: 2 }] : []),
      ...(i > 2 ? [{ kind: 'texts' as const, layers: 1 }] : []),
    ],
  })),
  { nodeId: '8:1', name: 'lock', blocker: 'locked', losses: [] },
  { nodeId: '8:2', name: 'grid', blocker: 'not-replaceable', losses: [] },
]

/** Two squares, as Figma exports them. */
const EXPORTED =
  '<svg width="24" height="24" viewBox="0 0 24 24" fill="none" xmlns="http://www.w3.org/2000/svg"><path d="M2 2H12V12H2Z" fill="#cc0000"/><path d="M12 12H22V22H12Z" fill="#cc0000"/></svg>'

const icons: NonNullable<StageOptions['handlers']> = {
  'selection.read': () => selectionOf({ count: 7, cleanable: 7 }),
  'cleanUp.read': () => ({ layers: [...LAYERS], more: 0 }),
  'cleanUp.export': ({ nodeId }) => {
    if (nodeId === '7:3') throw new RequestFailure('not-exported', 'it draws nothing')
    return {
      svg: EXPORTED,
      offset: { x: 0, y: 0 },
      clips: false,
      bindings: [],
      ambiguous: nodeId === '7:2' ? 1 : 0,
    }
  },
  'cleanUp.replace': ({ nodeId }) => ({
    ...{ nodeId: `9${nodeId}`, layers: 1, binding: { bound: 0, of: 0, failed: [] }, finish: COMPLETE },
  }),
}

async function open(panel: Panel): Promise<void> {
  await panel.getByRole('button', { name: 'Clean up…' }).click()
  await panel.getByRole('button', { name: 'Clean up 5' }).waitFor()
}

/** Clean up. */
export const CLEAN_UP: readonly Path[] = [
  only('clean-up-first-run', { stage: { handlers: icons } }, async (panel) => {
    await panel.getByRole('button', { name: 'Clean up…' }).waitFor()
  }),
  {
    stage: { ...withKey, handlers: icons },
    states: [
      {
        name: 'clean-up-offer',
        reach: async (panel) => {
          await panel.getByRole('button', { name: 'Clean up…' }).waitFor()
        },
      },
      { name: 'clean-up', reach: open },
      {
        name: 'clean-up-done',
        reach: async (panel) => {
          await panel.getByRole('button', { name: 'Clean up 5' }).click()
          await panel.getByRole('button', { name: 'Undo' }).waitFor()
        },
      },
    ],
  },
  only(
    'clean-up-running',
    { stage: { ...withKey, handlers: { ...icons, 'cleanUp.replace': () => forever as never } } },
    async (panel) => {
      await open(panel)
      await panel.getByRole('button', { name: 'Clean up 5' }).click()
      await panel.getByText('1 of 5').waitFor()
    },
  ),
]
