import type { JSX, Ref } from 'preact'
import { Icon, type IconName } from './icon'

interface IconButtonProps
  extends Omit<JSX.HTMLAttributes<HTMLButtonElement>, 'icon' | 'label' | 'ref' | 'class'> {
  readonly icon: IconName
  /** What it does, in words: its name, and its tooltip. */
  readonly label: string
  /** What else there is to know, in the tooltip and for a screen reader. */
  readonly hint?: string | undefined
  /** Shown in the tooltip. */
  readonly shortcut?: string
  readonly buttonRef?: Ref<HTMLButtonElement>
  readonly class?: string
}

/** A button of 24 px that shows an icon. */
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
