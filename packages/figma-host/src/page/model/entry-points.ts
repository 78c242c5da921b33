import { signal } from '@preact/signals'
import type { Editor, InputState, QuickAction, RelaunchOffer } from '../../editor/contract'

/** The other entry points of the plugin: quick actions with parameters, and relaunch buttons. */
export function createEntryPoints(editor: Editor, onFailure: (error: unknown) => void) {
  /** The state of quick actions; null while they ask for nothing. */
  const input = signal<InputState | null>(null)
  const offers = signal<readonly RelaunchOffer[]>([])
  let action: QuickAction | null = null

  const run = async (work: () => unknown): Promise<void> => {
    try {
      await work()
    } catch (error) {
      onFailure(error)
    }
  }

  /** Runs the command when all parameters are answered. */
  const finishIfDone = (): void => {
    if (action?.state.question === null) action.run()
  }

  editor.on('input', (state) => {
    input.value = state
  })
  editor.on('closed', () => {
    input.value = null
    action = null
  })

  return {
    input,
    offers,
    /** Updates the relaunch buttons of the selection. */
    refresh: (): void => {
      const next = editor.relaunchOffers()
      if (JSON.stringify(next) !== JSON.stringify(offers.peek())) offers.value = next
    },
    /** Asks for the parameters of a command. Rejects if the plugin does not start. */
    open: async (command: string): Promise<void> => {
      action = await editor.openQuickAction(command)
    },
    type: (query: string): Promise<void> => run(() => action?.type(query)),
    choose: (name?: string): Promise<void> =>
      run(async () => {
        await action?.choose(name)
        finishIfDone()
      }),
    skip: (): Promise<void> =>
      run(async () => {
        await action?.skip()
        finishIfDone()
      }),
    cancel: (): void => action?.cancel(),
  }
}
