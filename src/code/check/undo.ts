import type { Finding } from '../../protocol/check'
import { differs, good, unclear } from './findings'
import type { TestPage } from './test-page'

/** How often it is looked whether an undo has come, and for how long, in ms. */
const STEP = 50
const PATIENCE = 1000

interface UndoOptions {
  readonly openPage: () => TestPage
  readonly sleep: (ms: number) => Promise<void>
}

/**
 * Takes back two steps that it has made itself, so that nothing of the user's is undone even if one undo takes both. What it made
 * is gone in the end.
 */
export async function tryUndo(
  figma: PluginAPI,
  { openPage, sleep }: UndoOptions,
): Promise<readonly Finding[]> {
  const canCommit = commit(figma)
  if (!canCommit) return [differs('one-step', 'none'), unclear('undo-button')]
  if (typeof figma.triggerUndo !== 'function') return [good('one-step'), differs('undo-button', 'missing')]
  const page = openPage()
  try {
    const first = page.take(figma.createRectangle())
    commit(figma)
    const second = page.take(figma.createRectangle())
    second.name = 'A second step'
    commit(figma)
    figma.triggerUndo()
    for (let waited = 0; waited < PATIENCE && !second.removed; waited += STEP) await sleep(STEP)
    // A little longer, in case that it goes on.
    await sleep(STEP)
    if (!second.removed) return [unclear('one-step'), differs('undo-button', 'nothing undone')]
    if (first.removed) return [unclear('one-step'), differs('undo-button', 'two steps undone')]
    figma.triggerUndo()
    for (let waited = 0; waited < PATIENCE && !first.removed; waited += STEP) await sleep(STEP)
    return [good('one-step'), good('undo-button')]
  } catch {
    return [unclear('one-step'), differs('undo-button', 'error')]
  } finally {
    page.remove()
  }
}

function commit(figma: PluginAPI): boolean {
  try {
    figma.commitUndo()
    return true
  } catch {
    return false
  }
}
