import type { Point, Size } from './boxes'

/** Proportions that differ by no more than this share are the same to the eye: the picture fills the room. */
const SAME_PROPORTION = 0.01

/** Whole px, at least one, so that edges stay sharp. */
export const whole = ({ width, height }: Size): Size => ({
  width: Math.max(1, Math.round(width)),
  height: Math.max(1, Math.round(height)),
})

/** Whole px. */
export const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) })

/** What a size is multiplied by to fit into a room, which may be infinite: at most by `most`. */
const scaleInto = (size: Size, room: Size, most = Number.POSITIVE_INFINITY): number =>
  Math.min(most, room.width / size.width, room.height / size.height)

/**
 * The size of a picture that is fitted into a room: the room itself where the proportions are the same within 1 %, otherwise
 * whole px, at least one, within the room. Both in px; a room of less than a px keeps its side.
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

/** A length as whole px, from one px up to what the room has. */
const snapped = (length: number, room: number): number =>
  room < 1 ? room : Math.max(1, Math.min(Math.round(length), Math.floor(room)))

/** Where something lies in the middle of a room, on whole px. */
export const centered = (size: Size, room: Size): Point =>
  rounded({ x: (room.width - size.width) / 2, y: (room.height - size.height) / 2 })
