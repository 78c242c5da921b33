import { strings } from '../strings'
import type { Sandbox } from './platform/sandbox'
import { type CleanUpStore, isLossy } from './stores/clean-up'

/**
 * Cleans up the selection with the panel hidden: shows the progress in toasts, says how many layers were left unchanged, and closes the
 * plugin. Layers that would lose something are left unchanged, because the user was not asked.
 */
export async function cleanUpQuickly(
  sandbox: Sandbox,
  cleanUp: Pick<CleanUpStore, 'read' | 'clean'>,
): Promise<void> {
  const words = strings.cleanUp.quick
  const end = (text: string) => sandbox.request('run.end', { message: strings.short(text) })
  const reply = await cleanUp.read()
  if (!reply.ok) return void end(words.failed)
  const { layers, more } = reply.value
  if (layers.length === 0) return void end(words.empty)
  const todo = layers.filter((layer) => layer.blocker === null && !isLossy(layer))
  const { cleaned } = await cleanUp.clean(todo, (at) => {
    const text = words.running(at, todo.length)
    void sandbox.request('toast', { text, isError: false, stays: true })
  })
  await end(words.done(cleaned, layers.length - cleaned + more))
}
