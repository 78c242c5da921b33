import type { PrimaryAlignment } from '../node-data'

/**
 * Returns the positions of the items of an auto layout along its primary axis, from the start of the content area (Figma doc:
 * primaryAxisAlignItems). Lengths in px. `spacing` is ignored if the alignment distributes the space itself.
 */
export function offsets(
  alignment: PrimaryAlignment,
  lengths: readonly number[],
  spacing: number,
  room: number,
): number[] {
  const content = lengths.reduce((sum, length) => sum + length, 0)
  const free = Math.max(0, room - content)
  const count = lengths.length
  switch (alignment) {
    case 'SPACE_BETWEEN':
      return stacked(lengths, 0, count > 1 ? free / (count - 1) : 0)
    case 'SPACE_EVENLY':
      return stacked(lengths, free / (count + 1), free / (count + 1))
    case 'SPACE_AROUND':
      return stacked(lengths, free / count / 2, free / count)
    default: {
      const left = room - content - spacing * (count - 1)
      return stacked(lengths, { MIN: 0, CENTER: left / 2, MAX: left }[alignment], spacing)
    }
  }
}

function stacked(lengths: readonly number[], start: number, gap: number): number[] {
  let at = start
  return lengths.map((length) => {
    const here = at
    at += length + gap
    return here
  })
}
