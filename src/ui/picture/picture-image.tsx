import type { ReadonlySignal } from '@preact/signals'
import type { Hex } from '../../colors/hex'
import type { Job } from '../../jobs/job'
import { PreviewImage } from '../parts/preview'
import type { CanvasStore } from '../stores/canvas'
import type { PreparedPicture } from '../stores/pictures'
import { highlighted } from './highlight'

interface PictureImageProps {
  readonly job: Job
  readonly preparation: PreparedPicture
  readonly canvas: Pick<CanvasStore, 'pictureOf'>
  /** A color, as it was delivered, that all else fades beside. */
  readonly pointed: ReadonlySignal<Hex | null>
  /** The image as it was delivered, where that is to be seen. */
  readonly original: string | null
}

/** The image, or what is to be seen instead: what is dragged onto the canvas is always the image. */
export function PictureImage({ job, preparation, canvas, pointed, original }: PictureImageProps) {
  const { prepared, plan } = preparation
  const { svg, width, height } = prepared
  const color = pointed.value && (plan.recolor[pointed.value] ?? pointed.value)
  return (
    <PreviewImage
      svg={original ?? (color ? highlighted(svg, color) : svg)}
      width={width}
      height={height}
      alt={job.request.prompt}
      dragged={() => [{ job: job.id, picture: canvas.pictureOf(job, preparation) }]}
    />
  )
}
