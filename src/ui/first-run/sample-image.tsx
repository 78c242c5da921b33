import { useMemo } from 'preact/hooks'
import type { SamplePicture } from '../../protocol/contract'
import { sampleSvg } from '../samples/svg'

interface SampleImageProps {
  readonly picture: SamplePicture
  /** What it is drawn for, in px: the place that it fills may be of another proportion. */
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** A bundled image as it is: nothing is prepared, and it cannot be dragged. */
export function SampleImage({ picture, width, height, alt }: SampleImageProps) {
  const src = useMemo(
    () => `data:image/svg+xml,${encodeURIComponent(sampleSvg(picture, width, height))}`,
    [picture, width, height],
  )
  // What is to be seen stays in sight where the place cuts something off.
  const objectPosition = `${picture.anchor.x}% ${picture.anchor.y}%`
  return <img src={src} alt={alt} draggable={false} style={{ objectPosition }} />
}
