import { type ReadonlySignal, useSignalEffect } from '@preact/signals'
import type { Selection } from '../../protocol/contract'
import { strings } from '../../strings'
import { useAnnounced } from '../parts/announced'
import { Button } from '../parts/button'
import { Page } from '../parts/page'
import type { CleanUpStore } from '../stores/clean-up'
import type { SettingsStore } from '../stores/settings'
import { CleanUpChoices } from './clean-up-choices'
import { CleanUpOutcome } from './clean-up-outcome'

interface CleanUpViewProps {
  readonly cleanUp: CleanUpStore
  readonly settings: Pick<SettingsStore, 'layerOptions' | 'chooseLayerOptions'>
  readonly selection: ReadonlySignal<Selection>
  readonly onUndo: () => void
}

/** Cleans up the canvas selection: shows what would be lost, the progress, and the outcome. */
export function CleanUpView({ cleanUp, settings, selection, onUndo }: CleanUpViewProps) {
  useSignalEffect(() => {
    void selection.value
    cleanUp.refresh()
  })
  const now = cleanUp.state.value
  const words = strings.cleanUp
  const text = { reading: words.reading, unreadable: words.unreadable, undone: words.undone, closed: '' }
  const plain = now.state in text ? text[now.state as keyof typeof text] : ''
  useAnnounced('clean-up', plain)
  return (
    // The pressed button is gone in the next state, so the heading takes the focus.
    <Page key={now.state} heading={words.heading} back={words.back} onBack={cleanUp.close}>
      {plain && <p class="quiet">{plain}</p>}
      {now.state === 'ready' && <CleanUpChoices cleanUp={cleanUp} found={now} settings={settings} />}
      {now.state === 'running' && (
        <div class="clean-up-running">
          <progress value={now.at - 1} max={now.total} aria-label={words.progress} />
          <p class="ellipsis">{words.running(now.at, now.total, now.name)}</p>
          <Button secondary onClick={cleanUp.stop}>
            {strings.cancel}
          </Button>
        </div>
      )}
      {now.state === 'done' && <CleanUpOutcome result={now} onUndo={onUndo} onClose={cleanUp.close} />}
      {(now.state === 'undone' || now.state === 'unreadable') && (
        <Button secondary onClick={cleanUp.close}>
          {words.close}
        </Button>
      )}
    </Page>
  )
}
