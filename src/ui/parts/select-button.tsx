import type { ComponentChildren, HTMLAttributes, RefObject } from 'preact'
import { Icon } from './icon'

type Handlers = Pick<HTMLAttributes<HTMLButtonElement>, 'onClick' | 'onKeyDown' | 'aria-activedescendant'>

interface SelectButtonProps extends Handlers {
  readonly buttonRef: RefObject<HTMLButtonElement | null>
  readonly label: string
  /** What it opens. */
  readonly popup: 'listbox' | 'dialog'
  /** Id of that. */
  readonly popupId?: string
  readonly isOpen: boolean
  readonly id?: string | undefined
  readonly disabled?: boolean
  /** Before the chosen name. */
  readonly before?: ComponentChildren
  /** The chosen name. */
  readonly children: ComponentChildren
}

/** The closed form of a choice, as a menu of Figma's: what is chosen, and an arrow. */
export function SelectButton(props: SelectButtonProps) {
  const { buttonRef, label, popup, popupId, isOpen, before, children, ...rest } = props
  return (
    <button
      {...rest}
      ref={buttonRef}
      type="button"
      class="select"
      {...(popup === 'listbox' && { role: 'combobox' as const })}
      aria-label={label}
      aria-haspopup={popup}
      aria-expanded={isOpen}
      aria-controls={isOpen ? popupId : undefined}
    >
      {before}
      <span class="select-value ellipsis">{children}</span>
      <Icon name="down" />
    </button>
  )
}
