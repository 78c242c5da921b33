import { strings } from '../../strings'
import { CleanUpHint } from '../clean-up/clean-up-hint'
import { CleanUpView } from '../clean-up/clean-up-view'
import type { Panel } from '../panel'

/** Shows Clean up for the canvas selection, over the tab that it was opened from. */
export function CleanUpTab({ panel }: { readonly panel: Panel }) {
  const { cleanUp, canvas, settings, announce } = panel
  if (!cleanUp.isOpen.value) return null
  const undo = async () => {
    if (await canvas.undo()) cleanUp.undone()
    else announce(strings.cleanUp.notUndone)
  }
  return (
    <main>
      <h1 class="visually-hidden">{strings.product}</h1>
      <CleanUpView
        cleanUp={cleanUp}
        settings={settings}
        selection={canvas.selection}
        onUndo={() => void undo()}
      />
    </main>
  )
}

/** Offers to clean up the vectors that are selected on the canvas. */
export const CleanUpOffer = ({ panel }: { readonly panel: Panel }) => (
  <CleanUpHint
    count={panel.canvas.selection.value.cleanable}
    isOpen={panel.cleanUp.isOpen}
    onOpen={panel.cleanUp.open}
  />
)
