import type { Model, ModelSize } from '../../segmind/models'
import { closestSize } from '../../segmind/request'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import { ChoiceGroup } from '../parts/choice-group'

interface SizePickerProps {
  readonly model: Model
  /** The id of the chosen one. */
  readonly value: string
  readonly onChoose: (size: string) => void
  /** The frame that the picture goes into, in px; null where it goes into none. */
  readonly frame: { readonly width: number; readonly height: number } | null
}

/** What a designer calls the proportion, as in 4:3: the sizes themselves are rounded to it. */
function ratio({ width, height }: ModelSize): string {
  const exact = width / height
  let h = 1
  while (Math.abs(Math.round(exact * h) / h - exact) > 0.002) h += 1
  return `${Math.round(exact * h)}:${h}`
}

/** Square, then landscape, then portrait, each from the fullest to the most drawn-out. */
const rank = ({ width, height }: ModelSize): number =>
  width >= height ? width / height : 100 + height / width

/** Square, landscape or portrait. */
const shape = (size: ModelSize) => strings.sizeShapes[rank(size) > 100 ? 2 : rank(size) > 1 ? 1 : 0]

/** The sizes of the model as outlines of their proportion: the square, and landscape above portrait. */
export function SizePicker({ model, value, onChoose, frame }: SizePickerProps) {
  const closest = frame && closestSize(model, frame)
  const ordered = [...model.sizes].sort((a, b) => rank(a) - rank(b))
  const choices = ordered.map((size) => ({
    value: size.id as string,
    name: `${strings.sizeName(size.id)}, ${ratio(size)}`,
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

/** A rectangle of the proportion, 18 px on its longer side. */
function Outline({ size }: { readonly size: ModelSize }) {
  const { width, height } = size
  const px = (side: number) => `${Math.round((side * 18) / Math.max(width, height))}px`
  return <span class="outline" style={{ width: px(width), height: px(height) }} />
}
