import type { ButtonHTMLAttributes, ComponentChildren, Ref } from 'preact'
import { useId } from 'preact/hooks'

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'ref' | 'class' | 'loading'> {
  readonly children: ComponentChildren
  /** Outlined instead of blue. A screen has only one blue button. */
  readonly secondary?: boolean
  readonly danger?: boolean
  readonly fullWidth?: boolean
  /** Keeps its width when it changes between blue and outlined. */
  readonly isSteady?: boolean
  readonly disabled?: boolean
  /** Why it cannot be pressed now, shown as its tooltip. It stays in the tab order and does nothing. */
  readonly blocker?: string | null
  /** Shows that its action is running. Pressing it again does nothing. */
  readonly loading?: boolean
  /** The shortcut for the same action, as text. */
  readonly shortcut?: string | null
  readonly buttonRef?: Ref<HTMLButtonElement>
}

/** A button in Figma's style: 24 px high, blue unless it is secondary. */
export function Button(props: ButtonProps) {
  const {
    children,
    secondary,
    danger,
    fullWidth,
    isSteady,
    loading,
    blocker,
    shortcut,
    buttonRef,
    onClick,
    ...rest
  } = props
  const kinds = [
    'button',
    (secondary || danger) && 'secondary',
    danger && 'danger',
    fullWidth && 'full',
    isSteady && 'steady',
    loading && 'loading',
  ]
  const own = useId()
  const id = rest.id ? `${rest.id}-blocker` : own
  const button = (
    <button
      type="button"
      {...rest}
      {...(buttonRef && { ref: buttonRef })}
      {...(onClick && !loading && !blocker && { onClick })}
      {...(blocker && { 'data-tip': blocker, 'aria-disabled': true, 'aria-describedby': id })}
      class={kinds.filter(Boolean).join(' ')}
      aria-busy={loading ?? false}
    >
      <span class="button-label">
        {children}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a key is not focusable */}
        {shortcut && <kbd aria-hidden="true">{shortcut}</kbd>}
      </span>
    </button>
  )
  if (!blocker) return button
  return (
    <>
      {button}
      <span id={id} class="visually-hidden">
        {blocker}
      </span>
    </>
  )
}
