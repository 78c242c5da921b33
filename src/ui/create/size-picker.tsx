import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Model, ModelSize } from '../../segmind/models'
import { strings } from '../../strings'
import { Icon } from '../parts/icon'
import { Popover } from '../parts/popover'
import { SelectButton } from '../parts/select-button'
import { spatialNeighbor } from '../parts/spatial'
import type { SizeChoice } from '../stores/size-choice'

interface SizePickerProps {
  readonly model: Model
  readonly choice: SizeChoice
}

/** Returns the ratio that a designer would use, such as 4:3. Sizes are only close to it, because they are rounded. */
function ratio({ width, height }: ModelSize): string {
  const exact = width / height
  let h = 1
  while (Math.abs(Math.round(exact * h) / h - exact) > 0.002) h += 1
  return `${Math.round(exact * h)}:${h}`
}

/** Sorts squares first, then by how long the sizes are, with each portrait after its landscape. */
const rank = ({ width, height }: ModelSize): number =>
  Math.max(width / height, height / width) + (height > width ? 0.001 : 0)

/** Picks the size of the next images from a list of proportions. The size that fits the selected frame comes first. */
export function SizePicker({ model, choice }: SizePickerProps) {
  const isOpen = useSignal(false)
  const button = useRef<HTMLButtonElement>(null)
  const size = model.sizes.find(({ id }) => id === choice.size.value) ?? model.sizes[0]
  const matched = choice.matched.value
  const close = () => {
    isOpen.value = false
  }
  return (
    <>
      <SelectButton
        buttonRef={button}
        label={strings.sizeLabel}
        popup="listbox"
        popupId="sizes"
        isOpen={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          isOpen.value = true
        }}
        before={
          <span class="shape">
            <Outline size={size} side={14} />
          </span>
        }
      >
        {ratio(size)}
        <span class="more"> · {matched?.name ?? strings.sizeName(size.id)}</span>
      </SelectButton>
      {isOpen.value && (
        <Popover
          anchor={button}
          role="listbox"
          label={strings.sizeLabel}
          id="sizes"
          class="sizes-popover"
          onClose={close}
        >
          <Sizes
            model={model}
            choice={choice}
            onDone={() => {
              close()
              button.current?.focus()
            }}
          />
        </Popover>
      )}
    </>
  )
}

/** The list. Arrow keys move by position; Enter and Space choose. */
function Sizes({ model, choice, onDone }: SizePickerProps & { readonly onDone: () => void }) {
  const { frame, fitting, matched, size: chosen } = choice
  const list = useRef<HTMLDivElement>(null)
  const pointed = useSignal(chosen.value)
  const ordered = [...model.sizes].sort((a, b) => rank(a) - rank(b))
  const shown = model.sizes.find(({ id }) => id === pointed.value) ?? model.sizes[0]
  const onKeyDown = (event: KeyboardEvent) => {
    // Leave the panel's shortcuts alone.
    if (event.metaKey || event.ctrlKey) return
    const options = [...(list.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])]
    const active = document.activeElement as HTMLElement
    if (event.key === 'Enter' || event.key === ' ') active.click()
    else {
      const next = spatialNeighbor(options, active, event.key)
      if (!next) return
      next.focus()
    }
    event.preventDefault()
  }
  const option = (id: string, isChosen: boolean) => ({
    role: 'option' as const,
    tabIndex: isChosen ? 0 : -1,
    'aria-selected': isChosen,
    ...(isChosen && { 'data-autofocus': true }),
    onFocus: () => {
      pointed.value = id
    },
    onPointerEnter: () => {
      pointed.value = id
    },
  })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list handles the keys of its options
    <div
      ref={list}
      onKeyDown={onKeyDown}
      onPointerLeave={() => {
        pointed.value = chosen.value
      }}
    >
      {frame.value && fitting.value && (
        <>
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the role comes from `option` */}
          <div
            class="popover-row"
            {...option(fitting.value, matched.value !== null)}
            onClick={() => {
              choice.matchFrame()
              onDone()
            }}
          >
            <Icon name="frame" />
            <span class="visually-hidden">{strings.sizeName(fitting.value)}, </span>
            <span class="grow ellipsis strong">{strings.match(frame.value.name)}</span>
            <span class="quiet numbers">{strings.frameSize(frame.value)}</span>
            {matched.value && <Icon name="check" />}
          </div>
          <hr role="presentation" />
        </>
      )}
      <div class="sizes" role="presentation">
        {ordered.map((size) => {
          const isChosen = size.id === chosen.value && matched.value === null
          const isSame = size.id === chosen.value && matched.value !== null
          const { width, height } = size
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
            // biome-ignore lint/a11y/noStaticElementInteractions: the role comes from `option`
            // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role comes from `option`
            <div
              key={size.id}
              class={['size', width === height && 'square', isSame && 'same'].filter(Boolean).join(' ')}
              aria-label={`${strings.sizeName(size.id)}, ${ratio(size)}`}
              {...option(size.id, isChosen)}
              onClick={() => {
                choice.choose(size.id)
                onDone()
              }}
            >
              <Outline size={size} side={26} />
              {ratio(size)}
            </div>
          )
        })}
      </div>
      <div class="popover-foot" aria-hidden="true">
        <span>{strings.drawnAt(ratio(shown))}</span>
        <span class="numbers">{strings.sizeName(shown.id)}</span>
      </div>
    </div>
  )
}

/** A rectangle with this proportion. Its longer side is `side` px at the default text size. */
function Outline({ size: { width, height }, side }: { readonly size: ModelSize; readonly side: number }) {
  const rem = (length: number) => `${Math.round((length * side) / Math.max(width, height)) / 16}rem`
  return <i style={{ width: rem(width), height: rem(height) }} />
}
