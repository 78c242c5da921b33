import { dimensions, SIZES, type Size } from '../../segmind/request'
import * as words from '../../words'
import { Button } from '../parts/button'
import { ChoiceGroup } from '../parts/choice-group'

interface SizePickerProps {
  readonly value: Size
  readonly onChoose: (size: Size) => void
  /** The frame that the picture goes into, in px; null where it goes into none. */
  readonly frame: { readonly width: number; readonly height: number } | null
}

/** What a designer calls each proportion; the sizes themselves are rounded to it. */
const RATIOS: Record<string, string> = {
  '1024x1024': '1:1',
  '1280x1024': '5:4',
  '1365x1024': '4:3',
  '1434x1024': '7:5',
  '1536x1024': '3:2',
  '1707x1024': '5:3',
  '1820x1024': '16:9',
  '2048x1024': '2:1',
}

const ratio = (size: Size): string => {
  const { width, height } = dimensions(size)
  if (width >= height) return RATIOS[size] ?? ''
  const [w = '', h = ''] = (RATIOS[`${height}x${width}`] ?? '').split(':')
  return `${h}:${w}`
}

/** Square, then landscape, then portrait, each from the fullest to the most drawn-out. */
const ORDERED = [...SIZES].sort((a, b) => rank(a) - rank(b))

function rank(size: Size): number {
  const { width, height } = dimensions(size)
  return width >= height ? width / height : 100 + height / width
}

/** The fifteen sizes as outlines of their proportion, landscape above portrait. */
export function SizePicker({ value, onChoose, frame }: SizePickerProps) {
  const closest = frame && closestSize(frame)
  const choices = ORDERED.map((size) => ({
    value: size,
    name: `${words.sizeName(size)}, ${ratio(size)}`,
    content: (
      <>
        <Outline size={size} />
        <span class="tile-label" aria-hidden="true">
          {ratio(size)}
        </span>
      </>
    ),
  }))
  const detail = words.sizeName(value)
  return (
    <>
      <ChoiceGroup
        id="size"
        class="sizes"
        label={words.sizeLabel}
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
          {words.matchFrame(closest)}
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
  const scale = 18 / Math.max(width, height)
  const w = Math.round(width * scale)
  const h = Math.round(height * scale)
  return (
    <svg class="outline" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <rect x={(20 - w) / 2 + 0.5} y={(20 - h) / 2 + 0.5} width={w - 1} height={h - 1} rx="1.5" />
    </svg>
  )
}
