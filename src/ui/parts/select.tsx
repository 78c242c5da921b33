import { useSignal } from '@preact/signals'
import type { ComponentChildren, RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon } from './icon'
import { Popover } from './popover'
import { SelectButton } from './select-button'
import { findByTyping } from './typing'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly name: string
}

interface SelectProps<Value extends string> {
  readonly id: string
  readonly label: string
  readonly options: readonly SelectOption<Value>[]
  readonly value: Value
  readonly onChoose: (value: Value) => void
  /** The choice has no effect now. */
  readonly disabled?: boolean
  readonly buttonRef?: RefObject<HTMLButtonElement | null>
  /** Before the chosen name. */
  readonly children?: ComponentChildren
}

/**
 * A list to choose one from, as a menu of Figma's: a combobox without a text field (WAI-ARIA, select-only). The focus stays on it
 * while the arrows, Home, End and letters go through the open list.
 */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { id, label, options, value, onChoose, disabled = false, children } = props
  const isOpen = useSignal(false)
  const active = useSignal(0)
  const ownRef = useRef<HTMLButtonElement>(null)
  const button = props.buttonRef ?? ownRef
  const list = useRef<HTMLDivElement>(null)
  const chosen = options.findIndex((option) => option.value === value)

  const open = () => {
    active.value = Math.max(0, chosen)
    isOpen.value = true
  }
  const close = () => {
    isOpen.value = false
  }
  const choose = (at: number) => {
    close()
    const option = options[at]
    if (option && option.value !== value) onChoose(option.value)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    // Shortcuts of the panel are not the list's keys.
    if (event.metaKey || event.ctrlKey) return
    if (!isOpen.value) {
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return
      event.preventDefault()
      return open()
    }
    const at = active.value
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options.length - 1 }[key]
    if (to !== undefined) active.value = Math.min(options.length - 1, Math.max(0, to))
    else if (key === 'Enter' || key === ' ') choose(at)
    else if (key === 'Escape') close()
    else if (key === 'Tab') return close()
    else {
      const found = findByTyping(event, options, ({ name }) => name, at)
      if (!found) return
      active.value = options.indexOf(found)
    }
    event.preventDefault()
    event.stopPropagation()
  }
  useLayoutEffect(() => {
    if (isOpen.value) list.current?.children[active.value]?.scrollIntoView({ block: 'nearest' })
  }, [isOpen.value, active.value])

  return (
    <>
      <SelectButton
        buttonRef={button}
        id={id}
        label={label}
        popup="listbox"
        popupId={`${id}-list`}
        isOpen={isOpen.value}
        aria-activedescendant={isOpen.value ? `${id}-${active.value}` : undefined}
        disabled={disabled}
        onClick={() => (isOpen.value ? close() : open())}
        onKeyDown={onKeyDown}
        before={children}
      >
        {options[chosen]?.name}
      </SelectButton>
      {isOpen.value && (
        <Popover
          anchor={button}
          role="listbox"
          class="menu"
          label={label}
          id={`${id}-list`}
          onClose={close}
          keepsFocus
          fitsAnchor
        >
          <div ref={list} role="presentation">
            {options.map((option, i) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's
              <div
                key={option.value}
                id={`${id}-${i}`}
                class={i === active.value ? 'option active' : 'option'}
                role="option"
                tabIndex={-1}
                aria-selected={option.value === value}
                onPointerMove={() => {
                  active.value = i
                }}
                // The focus stays on the combobox.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(i)}
              >
                <Icon name="check" class={option.value === value ? 'shown' : 'hidden-mark'} />
                <span class="ellipsis">{option.name}</span>
              </div>
            ))}
          </div>
        </Popover>
      )}
    </>
  )
}
