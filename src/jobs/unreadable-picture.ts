/**
 * Why a stored picture cannot be read: its bytes are `damaged`, they have a `later-format`, or this device has
 * `no-decompression`.
 */
export type PictureFlaw = 'damaged' | 'later-format' | 'no-decompression'

/** The error with which reading a stored picture rejects. */
export class UnreadablePicture extends Error {
  readonly flaw: PictureFlaw

  constructor(flaw: PictureFlaw) {
    super(`the stored picture cannot be read: ${flaw}`)
    this.name = 'UnreadablePicture'
    this.flaw = flaw
  }
}

/** The SVG text as Segmind delivered it, or why there is none: the storage did not return it, or it cannot be read. */
export type DeliveredSvg =
  | { readonly svg: string }
  | { readonly svg: null; readonly why: 'not-given' | PictureFlaw }
