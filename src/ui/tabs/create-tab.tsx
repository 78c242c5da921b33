import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { withoutColors } from '../../colors/prompt'
import { strings } from '../../strings'
import { RecolorView } from '../colors/recolor-view'
import { EmptyCreate } from '../create/empty-create'
import { GenerationForm } from '../create/generation-form'
import { NewsView } from '../create/news-view'
import { NotOffered } from '../create/not-offered'
import { SamplesBanner } from '../create/samples-banner'
import { SelectedLayer } from '../create/selected-layer'
import { AddFilesBox, AddFilesLine } from '../files/add-files-box'
import type { Panel } from '../panel'
import { JournalNotice } from '../parts/journal-notice'
import { chooseFiles } from './add-files'
import { BottomBar } from './bottom-bar'
import { CleanUpOffer } from './clean-up-tab'
import { CreateBatches } from './create-batches'
import { selectedJobs } from './selected-jobs'
import { shownBatches } from './shown-batches'

/** Create: the form, the latest images, and the bar. Or the recoloring of the canvas selection. */
export function CreateTab({ panel }: { readonly panel: Panel }) {
  const { settings, generation, jobs, canvas, colors, sampling, isRecoloring, isTyping } = panel
  if (isRecoloring.value)
    return (
      <RecolorView
        colors={colors}
        selection={canvas.selection}
        sandbox={panel.sandbox}
        onBack={() => {
          isRecoloring.value = false
        }}
      />
    )
  const { layer } = canvas.selection.value
  const recolor = () => {
    isRecoloring.value = true
  }
  const isKnown = settings.status.value === 'ready'
  const hasSelection = selectedJobs(panel, 'create').length > 0
  const drawn = jobs.all.value.filter(({ isOwn }) => !isOwn)
  const earlier = [...new Set(drawn.map(({ request }) => withoutColors(request.prompt)))]
  return (
    <div class="create">
      <GenerationForm
        generation={generation}
        settings={settings}
        size={panel.size}
        colors={colors}
        onRecolor={canvas.selection.value.count > 0 ? recolor : null}
        mentioned={panel.mentioned}
        earlier={earlier}
        isSampling={sampling.value}
        isPrimary={!hasSelection || isTyping.value}
        onGenerate={panel.generate}
        onTyping={() => {
          isTyping.value = true
        }}
      >
        <NotOffered generation={generation} />
      </GenerationForm>
      {isKnown && <Results panel={panel} />}
      {isKnown && (
        <BottomBar panel={panel} view="create" isPrimary={hasSelection && !isTyping.value}>
          <CleanUpOffer panel={panel} />
          <SelectedLayer
            // If it was just inserted from here, the form already has its prompt.
            layer={layer && canvas.jobOf(layer.id) === null ? layer : null}
            onRecolor={recolor}
            onReuse={(recipe, layer) => {
              generation.reuse(recipe)
              panel.inserting.source.value = layer
            }}
          />
        </BottomBar>
      )}
    </div>
  )
}

/** While scrolled by less than this, the newest images are in view, in px. */
const NEAR_TOP = 100

/** Shows the batches, newest first. */
function Results({ panel }: { readonly panel: Panel }) {
  const { jobs, sampling, generation } = panel
  const { batches, hasMore } = shownBatches(panel)
  const choose = () => void chooseFiles(panel)
  const scroller = useRef<HTMLDivElement>(null)
  const newest = batches[0]?.id
  const above = useSignal(0)
  const last = useRef(newest)
  // Measured before the new batch is rendered.
  const earlier = last.current === newest ? null : scroller.current?.querySelector('.batch')
  const from = earlier?.getBoundingClientRect().top ?? 0
  useLayoutEffect(() => {
    last.current = newest
    // New images come first. If the user is viewing older ones, keep those in place and show a link to the top.
    const box = scroller.current
    if (!box || !earlier?.isConnected || box.scrollTop < NEAR_TOP) return
    box.scrollTop += earlier.getBoundingClientRect().top - from
    above.value += batches[0]?.jobs.length ?? 0
  }, [newest])
  return (
    <div
      class="scroll"
      ref={scroller}
      onScroll={({ currentTarget }) => {
        if (currentTarget.scrollTop < NEAR_TOP) above.value = 0
      }}
    >
      {above.value > 0 && (
        <button type="button" class="new-images" onClick={() => scroller.current?.scrollTo({ top: 0 })}>
          {strings.tiles.newImages(above.value)}
        </button>
      )}
      <NewsView news={panel.news} />
      {sampling.value && <SamplesBanner onAddKey={panel.addKey} />}
      <JournalNotice jobs={jobs} />
      {jobs.journal.value === 'open' && batches.length === 0 && (
        <>
          <EmptyCreate
            onTake={(prompt) => {
              generation.prompt.value = prompt
              document.getElementById('prompt')?.focus()
            }}
          />
          <AddFilesBox onChoose={choose} />
        </>
      )}
      <CreateBatches panel={panel} batches={batches} />
      {hasMore && (
        <p class="more-images">
          <button type="button" class="link-button" onClick={() => panel.show('history')}>
            {strings.tiles.older}
          </button>
        </p>
      )}
      {batches.length > 0 && <AddFilesLine onChoose={choose} />}
    </div>
  )
}
