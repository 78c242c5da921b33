import type { SamplePicture } from '../../protocol/contract'
import { SampleImage } from './sample-image'

interface SampleGalleryProps {
  /** Null until they are loaded. */
  readonly pictures: readonly SamplePicture[] | null
  readonly onTry: (prompt: string) => void
}

/** Placeholders for images that are not loaded yet. */
const PLACES = [0, 1, 2]

/** Shows the bundled images as buttons. Pressing one starts a sample. */
export const SampleGallery = ({ pictures, onTry }: SampleGalleryProps) => (
  <div class="gallery">
    {pictures === null && PLACES.map((place) => <div key={place} class="sample" />)}
    {pictures?.map((picture) => (
      <button
        key={picture.prompt}
        type="button"
        class="sample"
        aria-label={picture.prompt}
        data-tip={picture.prompt}
        onClick={() => onTry(picture.prompt)}
      >
        <SampleImage picture={picture} width={104} height={104} alt="" />
      </button>
    ))}
  </div>
)
