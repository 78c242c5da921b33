import type { ReadonlySignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { Hex } from '../../colors/hex'
import type { Job } from '../../jobs/job'
import { PreviewImage } from '../parts/preview'
import type { CanvasStore } from '../stores/canvas'
import type { Picked } from '../stores/picks'
import type { PreparedPicture } from '../stores/pictures'
import { highlighted } from './highlight'
import { faded } from './object-looks'
import { ObjectOutline } from './object-outline'
import type { ObjectPointing } from './pointed-object'

interface PictureImageProps {
  readonly job: Job
  readonly preparation: PreparedPicture
  readonly picked: Picked
  readonly canvas: Pick<CanvasStore, 'pictureOf'>
  /** A color as it was delivered: everything else fades. */
  readonly pointed: ReadonlySignal<Hex | null>
  readonly pointing: Pick<ObjectPointing, 'pointed' | 'map'>
  readonly zoom: ReadonlySignal<number>
  /** The SVG of the original while that is shown. */
  readonly original: string | null
}

/** Opacities: of an object that was taken out, of such an object while it is pointed at, and of all other objects meanwhile. */
const TAKEN_OUT = 0.15
const TAKEN_OUT_POINTED = 0.5
const OTHERS = 0.12

/** Shows the image, its original, or a highlighted part of it. Dragging it to the canvas always drags what will be inserted. */
export function PictureImage(props: PictureImageProps) {
  const { job, preparation, picked, canvas, pointed, pointing, zoom, original } = props
  const { prepared, plan } = preparation
  const { width, height } = prepared
  const color = pointed.value && (plan.recolor[pointed.value] ?? pointed.value)
  const { value: at } = pointing.pointed
  const isPointing = at?.of === prepared && original === null
  const listed = isPointing && at.where === 'list' ? at.object : null
  const { without } = picked
  const svg = useMemo(() => {
    if (color) return highlighted(picked.prepared.svg, color)
    if (listed === null && without.size === 0) return prepared.svg
    return faded(prepared, (object) => {
      if (object === listed) return without.has(object) ? TAKEN_OUT_POINTED : 1
      if (listed !== null) return OTHERS
      return without.has(object) ? TAKEN_OUT : 1
    })
  }, [color, listed, picked, prepared, without])
  const map = pointing.map.value?.of === prepared ? pointing.map.value.map : null
  return (
    <div class="stage-image">
      <PreviewImage
        svg={original ?? svg}
        width={width}
        height={height}
        alt={job.request.prompt}
        dragged={() => {
          const picture = canvas.pictureOf(job, preparation)
          return picture ? [{ job: job.id, picture }] : []
        }}
      />
      {isPointing && map && <ObjectOutline map={map} object={at.object} zoom={zoom.value} />}
    </div>
  )
}
