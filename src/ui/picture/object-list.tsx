import { useSignal } from '@preact/signals'
import { strings } from '../../strings'
import type { PictureObject } from '../../vector/objects/picture-objects'
import { paintOf } from './paint-of'

export interface ObjectListProps {
  /** From back to front. */
  readonly objects: readonly PictureObject[]
  /** Indexes of the objects that were taken out. */
  readonly without: ReadonlySet<number>
  readonly onToggle: (object: number) => void
  readonly onOnly: (object: number) => void
  /** Reports which object's row has the pointer or the focus; null for none. */
  readonly onPoint: (object: number | null) => void
}

/** How many rows the arrow keys move. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** Lists the objects as checkboxes, topmost first and the background last. The list is one tab stop; arrow keys move within it. */
export function ObjectList({ objects, without, onToggle, onOnly, onPoint }: ObjectListProps) {
  const rows = rowsOf(objects)
  const current = useSignal(0)
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
    const { key, currentTarget: list, altKey, ctrlKey, metaKey } = event
    const boxes = [...list.querySelectorAll<HTMLElement>('input')]
    const { activeElement: at } = document
    const row = boxes.findIndex((box) => box === at || box.closest('li')?.contains(at))
    const step = STEPS[key]
    if (altKey || ctrlKey || metaKey || row < 0) return
    if (step !== undefined) boxes[Math.min(boxes.length - 1, Math.max(0, row + step))]?.focus()
    else if (key === 'Delete' || key === 'Backspace') {
      // Without this, the key would delete the image.
      const object = rows[row]
      if (object !== undefined && !without.has(object)) onToggle(object)
    } else return
    event.preventDefault()
  }
  return (
    <ul class="object-list" aria-label={strings.objects.list} onKeyDown={onKeyDown}>
      {rows.map((index, row) => {
        const { name, colors } = objects[index] ?? { name: '', colors: [] }
        const isCurrent = row === Math.min(current.value, rows.length - 1)
        const focus = {
          tabIndex: isCurrent ? 0 : -1,
          onFocus() {
            current.value = row
            onPoint(index)
          },
          onBlur: () => onPoint(null),
        }
        return (
          <li key={name} onPointerEnter={() => onPoint(index)} onPointerLeave={() => onPoint(null)}>
            <label class="check">
              <input
                type="checkbox"
                checked={!without.has(index)}
                onChange={() => onToggle(index)}
                {...focus}
              />
              <span class="swatch" style={{ background: paintOf(colors) }} />
              <span class="ellipsis" title={name}>
                {name}
              </span>
            </label>
            <button
              type="button"
              class="link-button"
              aria-label={strings.objects.onlyThis(name)}
              onClick={() => onOnly(index)}
              {...focus}
            >
              {strings.objects.only}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** Returns the indexes of the objects in the order of the rows. */
function rowsOf(objects: readonly PictureObject[]): number[] {
  const all = [...objects.keys()].reverse()
  const isScenery = (index: number) => objects[index]?.isScenery === true
  return [...all.filter((index) => !isScenery(index)), ...all.filter(isScenery)]
}
