import { AddFilesBox, AddFilesLine } from '../files/add-files-box'
import { FirstRun } from '../first-run/first-run'
import type { Panel } from '../panel'
import { KeyForm } from '../settings/key-form'
import { chooseFiles } from './add-files'
import { BottomBar } from './bottom-bar'
import { CleanUpOffer } from './clean-up-tab'
import { CreateBatches } from './create-batches'
import { shownBatches } from './shown-batches'

/** Shows how to start without a key, and the user's own files, which need none. */
export function FirstRunTab({ panel }: { readonly panel: Panel }) {
  const { settings } = panel
  const isKnown = settings.status.value === 'ready'
  const { batches } = shownBatches(panel)
  const hasResults = isKnown && batches.length > 0
  const choose = () => void chooseFiles(panel)
  return (
    <>
      <FirstRun
        samples={panel.samples}
        onTrySample={(prompt) => {
          void panel.trySample(prompt)
          focusPrompt()
        }}
        files={hasResults ? <AddFilesLine onChoose={choose} /> : <AddFilesBox isKeyless onChoose={choose} />}
        results={hasResults && <CreateBatches panel={panel} batches={batches} />}
      >
        <KeyForm
          settings={settings}
          account={panel.account}
          announce={panel.announce}
          relay={panel.relay}
          onSaved={() => {
            panel.onKeySaved()
            focusPrompt()
          }}
        />
      </FirstRun>
      {isKnown && (
        <BottomBar panel={panel} view="create" isPrimary>
          <CleanUpOffer panel={panel} />
        </BottomBar>
      )}
    </>
  )
}

/** The pressed button is gone: move the focus to the prompt. */
const focusPrompt = () => requestAnimationFrame(() => document.getElementById('prompt')?.focus())
