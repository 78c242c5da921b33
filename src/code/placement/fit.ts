import type { Point, Size } from './boxes'

/** Aspect ratios that differ by at most this share look the same: the picture fills the space. */
const SAME_PROPORTION = 0.01

/** Rounds a size to whole px, at least one, so that edges stay sharp. */
export const roundedSize = ({ width, height }: Size): Size => ({
  width: Math.max(1, Math.round(width)),
  height: Math.max(1, Math.round(height)),
})

/** Rounds a point to whole px. */
export const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) })

/** Returns the factor by which a size fits into a space, which may be infinite; at most `most`. */
const scaleInto = (size: Size, room: Size, most = Number.POSITIVE_INFINITY): number =>
  Math.min(most, room.width / size.width, room.height / size.height)

/**
 * Fits a picture into a space, both in px, enlarged at most by the factor `most`. Returns the space itself if the aspect ratios
 * match within 1 %, otherwise a size within it in whole px, at least one. A side shorter than one px is used as it is.
 */
export function fitted(size: Size, room: Size, most = Number.POSITIVE_INFINITY): Size {
  const scale = scaleInto(size, room, most)
  const skew = (size.width * room.height) / (size.height * room.width)
  const isSameProportion = Math.max(skew, 1 / skew) <= 1 + SAME_PROPORTION
  if (isSameProportion && scale < most) return { width: room.width, height: room.height }
  return {
    width: snapped(size.width * scale, room.width),
    height: snapped(size.height * scale, room.height),
  }
}

/** Rounds a length to whole px, from one px up to the space. */
const snapped = (length: number, room: number): number =>
  room < 1 ? room : Math.max(1, Math.min(Math.round(length), Math.floor(room)))

/** Returns the position that centers a size in a space, on whole px. */
export const centered = (size: Size, room: Size): Point =>
  rounded({ x: (room.width - size.width) / 2, y: (room.height - size.height) / 2 })
