import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import { priceOf, storedDimensions } from '../../segmind/request'
import { strings } from '../../strings'
import { PictureColors } from '../colors/picture-colors'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { CompareButton } from '../picture/compare-button'
import { usePictureKeys } from '../picture/keys'
import { ObjectBadge } from '../picture/object-badge'
import { ObjectsSection } from '../picture/objects-section'
import { useOriginal } from '../picture/original'
import { PictureHeader } from '../picture/picture-header'
import { PictureImage } from '../picture/picture-image'
import { PictureView } from '../picture/picture-view'
import { useObjectPointing } from '../picture/pointed-object'
import { Properties } from '../picture/properties'
import { useZoom } from '../picture/zoom'
import { ZoomButtons } from '../picture/zoom-buttons'
import { copyText } from '../platform/copy-text'
import { batchesOf } from '../stores/batches'
import { PreparationProblem } from '../tiles/preparation-problem'
import { BottomBar } from './bottom-bar'
import { pictureActions } from './picture-menu'
import { reasonFor } from './reason-for'
import { tileActions } from './tile-actions'

/** Shows one image, over the tab that it was opened from. */
export function PictureTab({ panel }: { readonly panel: Panel }) {
  const { opened, pictures } = panel
  const { value: shown } = opened
  const job = shown && pictures.all.value.find(({ id }) => id === shown.id)
  const isGone = shown !== null && !job
  useEffect(() => {
    if (isGone) opened.value = null
  }, [isGone, opened])
  return shown && job ? <Picture panel={panel} job={job} from={shown.from} /> : null
}

interface PictureProps {
  readonly panel: Panel
  readonly job: Job
  readonly from: 'create' | 'history'
}

function Picture({ panel, job, from }: PictureProps) {
  const { opened, pictures, picks, canvas, colors, settings, jobs, history, announce } = panel
  const { id } = job
  useEffect(() => pictures.watch(id), [id, pictures])
  const preparation = pictures.preparationOf(id)
  const prepared = preparation.state === 'ready' ? preparation.prepared : null
  const zoom = useZoom(id, announce)
  const original = useOriginal(job, prepared, jobs, announce)
  const picked = prepared && picks.of(id, prepared)
  const isSettled = pictures.stageOf(id) === null && original.svg === null
  const pointing = useObjectPointing(isSettled ? prepared : null)
  const press = (event: MouseEvent, image: Element) => {
    const object = pointing.under(event, image)
    const name = prepared?.objects[object ?? -1]?.name
    if (!prepared || object === null || name === undefined) return
    picks.toggle(id, prepared, object)
    const now = picks.of(id, prepared)
    const isOut = now.without.has(object)
    announce(isOut ? strings.objects.tookOut(name, now) : strings.objects.putIn(name))
  }
  const hasDetails = useSignal(false)
  const detailsOpen = useSignal(false)
  const { batch, coming } = batchOf(panel, job, from)

  const actions = pictureActions(panel, job, () => {
    hasDetails.value = true
    detailsOpen.value = true
    requestAnimationFrame(() => {
      const fold = document.getElementById('picture-details-fold')
      fold?.focus({ preventScroll: true })
      fold?.parentElement?.parentElement?.scrollIntoView({ block: 'nearest' })
    })
  })
  const step = (by: 1 | -1) => {
    const at = batch.findIndex((one) => one.id === id) + by
    const next = batch[at]
    if (!next) return
    opened.value = { id: next.id, from }
    announce(strings.picture.positionLabel(at + 1, batch.length))
  }
  usePictureKeys({
    zoom,
    onBack: actions.back,
    onStep: step,
    onCopy: actions.copy,
    onDelete: actions.remove,
  })

  return (
    <>
      <PictureHeader
        job={job}
        batch={batch}
        from={from}
        menu={actions.menu}
        onBack={actions.back}
        onStep={step}
        onStar={() => void history.star(job)}
      />
      <main>
        <PictureView
          job={job}
          ratio={ratioOf(job, prepared)}
          zoom={zoom}
          step={pictures.stageOf(id)}
          isOriginal={original.svg !== null}
          onStop={() => pictures.stop(id)}
          badge={
            prepared &&
            picked && <ObjectBadge prepared={prepared} without={picked.without} pointing={pointing} />
          }
          onPoint={pointing.pointIn}
          onLeave={pointing.clear}
          onPress={press}
          image={
            preparation.state === 'ready' && picked ? (
              <PictureImage
                job={job}
                preparation={preparation}
                picked={picked}
                canvas={canvas}
                pointed={colors.pointed}
                pointing={pointing}
                zoom={zoom.zoom}
                original={original.svg}
              />
            ) : (
              preparation.state !== 'loading' &&
              preparation.state !== 'ready' && (
                <PreparationProblem
                  job={job}
                  preparation={preparation}
                  onRetry={() => void pictures.look(job)}
                  onSave={() => void jobs.save(job)}
                  onEdit={null}
                />
              )
            )
          }
        >
          <Properties
            job={job}
            report={prepared?.report ?? null}
            bound={preparation.state === 'ready' ? preparation.plan.bindings.length : 0}
            settings={settings}
            editor={canvas.selection.value.editor}
            hasDetails={hasDetails}
            detailsOpen={detailsOpen}
            onCopyId={(requestId) =>
              announce(copyText(requestId) ? strings.details.copied : strings.details.notCopied)
            }
            tools={
              <>
                <CompareButton
                  isOriginal={original.svg !== null}
                  onShow={(isOriginal) => void original.show(isOriginal)}
                />
                <ZoomButtons zoom={zoom} />
              </>
            }
            objects={
              prepared &&
              picked &&
              prepared.objects.length > 0 && (
                <ObjectsSection
                  of={prepared.objects}
                  picked={picked}
                  onAll={() => picks.takeOut(id, prepared, [])}
                  onToggle={(object) => picks.toggle(id, prepared, object)}
                  onOnly={(object) => picks.only(id, prepared, object)}
                  onPoint={pointing.pointFrom}
                />
              )
            }
            colors={prepared && <PictureColors job={job} report={prepared.report} colors={colors} />}
          >
            {!job.isOwn && <Again panel={panel} job={job} from={from} batch={batch} />}
            {coming > 0 && <p class="picture-coming quiet">{strings.picture.coming(coming)}</p>}
          </Properties>
        </PictureView>
        <BottomBar panel={panel} view={from} isPrimary />
      </main>
    </>
  )
}

/** Buttons that start a new image from this one. */
function Again({ panel, job, from, batch }: PictureProps & { readonly batch: readonly Job[] }) {
  const { generation } = panel
  const { request } = job
  return (
    <div class="picture-again">
      <Button secondary onClick={() => tileActions(panel, from, () => batch).edit(job)}>
        {strings.result.edit}
      </Button>
      <Button
        secondary
        blocker={reasonFor(generation.blockerOf(request), request)}
        onClick={() => void generation.vary(request)}
      >
        {strings.result.variation(panel.sampling.value ? 0 : priceOf(request))}
      </Button>
    </div>
  )
}

/** Returns the images of the same prompt in the order of the view, and how many more are being drawn. */
function batchOf({ jobs, history, hidden }: Panel, job: Job, from: 'create' | 'history') {
  const own = (list: readonly Job[]) =>
    batchesOf(list).find((batch) => batch.jobs.some(({ id }) => id === job.id))?.jobs ?? [job]
  const all = own(jobs.all.value.filter(({ id }) => !hidden.value.has(id)))
  const shown = from === 'history' ? own(history.found.value) : all
  return {
    batch: shown.filter(({ hasPicture }) => hasPicture),
    coming: all.filter(({ hasPicture, activity }) => !hasPicture && activity !== null).length,
  }
}

/** Returns width divided by height of the image, or of the requested size. */
function ratioOf({ request }: Job, prepared: { readonly width: number; readonly height: number } | null) {
  const size = prepared ?? storedDimensions(request.size)
  return size ? size.width / size.height : 1
}
