import type { ButtonHTMLAttributes, Ref } from 'preact'
import { Icon, type IconName } from './icon'

interface IconButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'icon' | 'label' | 'ref' | 'class'> {
  readonly icon: IconName
  /** What it does: its accessible name and tooltip. */
  readonly label: string
  /** More text for the tooltip and screen readers. */
  readonly hint?: string | undefined
  /** Shown in the tooltip. */
  readonly shortcut?: string
  readonly buttonRef?: Ref<HTMLButtonElement>
  readonly class?: string
}

/** A 24 px button with an icon. */
export const IconButton = (props: IconButtonProps) => {
  const { icon, label, hint, shortcut, buttonRef, class: more, ...rest } = props
  return (
    <button
      type="button"
      {...rest}
      {...(buttonRef && { ref: buttonRef })}
      class={more ? `icon-button ${more}` : 'icon-button'}
      aria-label={label}
      aria-description={hint}
      data-tip={hint ? `${label}: ${hint}` : label}
      data-keys={shortcut}
    >
      <Icon name={icon} />
    </button>
  )
}
