import type { Finding } from '../../protocol/check'
import { differs, good, unclear } from './findings'
import type { TestPage } from './test-page'

/** Interval and timeout of waiting for an undo, in ms. */
const STEP = 50
const TIMEOUT = 1000

interface UndoOptions {
  readonly openPage: () => TestPage
  readonly sleep: (ms: number) => Promise<void>
}

/** Undoes two steps that it made itself, so that nothing of the user's is undone even if one undo reverts both. Removes what it made. */
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
    for (let waited = 0; waited < TIMEOUT && !second.removed; waited += STEP) await sleep(STEP)
    // Wait a little longer, in case a second step is undone.
    await sleep(STEP)
    if (!second.removed) return [unclear('one-step'), differs('undo-button', 'nothing undone')]
    if (first.removed) return [unclear('one-step'), differs('undo-button', 'two steps undone')]
    figma.triggerUndo()
    for (let waited = 0; waited < TIMEOUT && !first.removed; waited += STEP) await sleep(STEP)
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
