import { dimensions, SIZES, type Size } from '../../segmind/request'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import { ChoiceGroup } from '../parts/choice-group'

interface SizePickerProps {
  readonly value: Size
  readonly onChoose: (size: Size) => void
  /** The frame that the picture goes into, in px; null where it goes into none. */
  readonly frame: { readonly width: number; readonly height: number } | null
}

/** What a designer calls the proportion, as in 4:3: the sizes themselves are rounded to it. */
function ratio(size: Size): string {
  const { width, height } = dimensions(size)
  const exact = width / height
  let h = 1
  while (Math.abs(Math.round(exact * h) / h - exact) > 0.002) h += 1
  return `${Math.round(exact * h)}:${h}`
}

/** Square, then landscape, then portrait, each from the fullest to the most drawn-out. */
const ORDERED = [...SIZES].sort((a, b) => rank(a) - rank(b))

function rank(size: Size): number {
  const { width, height } = dimensions(size)
  return width >= height ? width / height : 100 + height / width
}

/** Square, landscape or portrait. */
const shape = (size: Size) => strings.sizeShapes[rank(size) > 100 ? 2 : rank(size) > 1 ? 1 : 0]

/** The fifteen sizes as outlines of their proportion: the square, and landscape above portrait. */
export function SizePicker({ value, onChoose, frame }: SizePickerProps) {
  const closest = frame && closestSize(frame)
  const choices = ORDERED.map((size) => ({
    value: size,
    name: `${strings.sizeName(size)}, ${ratio(size)}`,
    heading: shape(size),
    content: (
      <>
        <Outline size={size} />
        <span class="tile-label" aria-hidden="true">
          {ratio(size)}
        </span>
      </>
    ),
  }))
  const detail = strings.sizeName(value)
  return (
    <>
      <ChoiceGroup
        id="size"
        class="sizes"
        label={strings.sizeLabel}
        detail={detail}
        choices={choices}
        value={value}
        onChoose={onChoose}
      />
      {closest && closest !== value && (
        <Button
          secondary
          onClick={() => {
            onChoose(closest)
            // The pressed button is gone after this: the focus goes to what it has chosen.
            requestAnimationFrame(() =>
              document.querySelector<HTMLElement>('input[name="size"]:checked')?.focus(),
            )
          }}
        >
          {strings.matchFrame(closest)}
        </Button>
      )}
    </>
  )
}

/** The size whose proportion is nearest to the frame's; of equally near ones the first. */
function closestSize({ width, height }: { readonly width: number; readonly height: number }): Size | null {
  if (!(width > 0 && height > 0)) return null
  const distance = (size: Size) => {
    const own = dimensions(size)
    return Math.abs(Math.log(own.width / own.height / (width / height)))
  }
  return SIZES.reduce((best, size) => (distance(size) < distance(best) ? size : best))
}

/** A rectangle of the proportion, 18 px on its longer side. */
function Outline({ size }: { readonly size: Size }) {
  const { width, height } = dimensions(size)
  const px = (side: number) => `${Math.round((side * 18) / Math.max(width, height))}px`
  return <span class="outline" style={{ width: px(width), height: px(height) }} />
}
