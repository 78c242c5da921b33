import type { Placement } from '@floating-ui/dom'
import { useSignal } from '@preact/signals'
import type { ComponentChildren, RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { Icon, type IconName } from './icon'
import { Popover } from './popover'
import { findByTyping } from './typing'

/** One row of a menu. */
export type MenuItem =
  | 'separator'
  | { readonly heading: string }
  | {
      readonly label: string
      readonly onSelect: () => void
      /** Present if the row can be checked. Space checks it and keeps the menu open; Enter checks it and closes the menu. */
      readonly isChecked?: boolean
      readonly icon?: IconName
      readonly shortcut?: string
      /** Why it cannot be chosen now, shown as its tooltip. */
      readonly blocker?: string | undefined
    }

interface MenuProps {
  readonly anchor: RefObject<HTMLElement | null>
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly onClose: () => void
  readonly placement?: Placement
}

const rowsOf = (menu: Element | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? []),
]

/** A menu beside its control. Arrow keys, Home, End and letters move the focus; Enter and Space choose. */
function Menu({ anchor, label, items, onClose, placement = 'bottom-end' }: MenuProps) {
  const list = useRef<HTMLDivElement>(null)
  const hasMarks = items.some((item) => typeof item === 'object' && ('isChecked' in item || 'icon' in item))
  const close = () => {
    onClose()
    anchor.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const rows = rowsOf(list.current)
    const at = rows.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    const next =
      to === undefined
        ? findByTyping(event, rows, (row) => row.textContent ?? '', at)
        : rows[(to + rows.length) % rows.length]
    if (event.key === 'Tab') close()
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <Popover anchor={anchor} role="menu" class="menu" label={label} onClose={onClose} placement={placement}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are the menu's */}
      <div ref={list} class={hasMarks ? '' : 'plain'} onKeyDown={onKeyDown}>
        {items.map((item, i) => {
          if (item === 'separator') return <hr key={`separator-${i}`} />
          if ('heading' in item)
            return (
              <div key={item.heading} class="menu-heading" role="presentation">
                {item.heading}
              </div>
            )
          const { isChecked, icon, blocker } = item
          return (
            // biome-ignore lint/a11y/useAriaPropsSupportedByRole: rows that can be checked have a role that supports it
            <button
              key={`${item.label} ${i}`}
              type="button"
              role={isChecked === undefined ? 'menuitem' : 'menuitemcheckbox'}
              aria-checked={isChecked}
              aria-disabled={blocker !== undefined}
              title={blocker}
              tabIndex={-1}
              onPointerMove={({ currentTarget }) => currentTarget.focus({ preventScroll: true })}
              onKeyDown={(event) => {
                if (event.key !== ' ' || isChecked === undefined) return
                event.preventDefault()
                item.onSelect()
              }}
              onClick={() => {
                if (blocker !== undefined) return
                close()
                item.onSelect()
              }}
            >
              {hasMarks && (
                <Icon name={icon ?? 'check'} class={icon || isChecked ? 'shown' : 'hidden-mark'} />
              )}
              <span class="ellipsis">{item.label}</span>
              {item.shortcut && <kbd>{item.shortcut}</kbd>}
            </button>
          )
        })}
      </div>
    </Popover>
  )
}

interface MenuButtonProps {
  readonly label: string
  /** Called when the menu opens. */
  readonly items: () => readonly MenuItem[]
  /** The button's content. Default: an icon, with the label as its tooltip. */
  readonly children?: ComponentChildren
  readonly class?: string
  readonly tabIndex?: number
  readonly placement?: Placement
}

/** A button that opens a menu; shows ⋯ by default. */
export function MenuButton({
  label,
  items,
  children,
  class: more,
  tabIndex = 0,
  placement,
}: MenuButtonProps) {
  const isOpen = useSignal(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={button}
        type="button"
        class={more ?? 'icon-button'}
        tabIndex={tabIndex}
        aria-label={children ? undefined : label}
        data-tip={children ? undefined : label}
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          isOpen.value = true
        }}
      >
        {children ?? <Icon name="more" />}
      </button>
      {isOpen.value && (
        <Menu
          anchor={button}
          label={label}
          items={items()}
          {...(placement && { placement })}
          onClose={() => {
            isOpen.value = false
          }}
        />
      )}
    </>
  )
}
