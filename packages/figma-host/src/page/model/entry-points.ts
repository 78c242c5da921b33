import { signal } from '@preact/signals'
import type { Editor, InputState, QuickAction, RelaunchOffer } from '../../editor/contract'

/** The ways into the plugin beside its menu's first command: quick actions with parameters, and relaunch buttons. */
export function createEntryPoints(editor: Editor, onFailure: (error: unknown) => void) {
  /** What quick actions ask for; null while they ask nothing. */
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

  /** Runs the command as soon as there is nothing left to ask for. */
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
    /** Looks anew for the relaunch buttons of what is selected. */
    refresh: (): void => {
      const next = editor.relaunchOffers()
      if (JSON.stringify(next) !== JSON.stringify(offers.peek())) offers.value = next
    },
    /** Asks for the parameters of a command. Rejects when the plugin does not start. */
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
