import { useMemo } from 'preact/hooks'
import type { SamplePicture } from '../../protocol/contract'
import { sampleSvg } from '../samples/svg'

interface SampleImageProps {
  readonly picture: SamplePicture
  /** Requested size in px. The element may have another proportion. */
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** Shows a bundled image directly. It is not prepared and cannot be dragged. */
export function SampleImage({ picture, width, height, alt }: SampleImageProps) {
  const src = useMemo(
    () => `data:image/svg+xml,${encodeURIComponent(sampleSvg(picture, width, height))}`,
    [picture, width, height],
  )
  // Keeps the main object visible if the element crops the image.
  const objectPosition = `${picture.anchor.x}% ${picture.anchor.y}%`
  return <img src={src} alt={alt} draggable={false} style={{ objectPosition }} />
}
