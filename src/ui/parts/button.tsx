import type { ComponentChildren, JSX, Ref } from 'preact'

interface ButtonProps extends Omit<JSX.HTMLAttributes<HTMLButtonElement>, 'ref' | 'class' | 'loading'> {
  readonly children: ComponentChildren
  /** Outlined instead of blue: a screen has one blue button. */
  readonly secondary?: boolean
  readonly danger?: boolean
  readonly fullWidth?: boolean
  readonly disabled?: boolean
  /** Shows that it is at work; pressing it again does nothing. */
  readonly loading?: boolean
  readonly buttonRef?: Ref<HTMLButtonElement>
}

/** A button that looks like Figma's: 24 px high, the blue of the theme. */
export function Button(props: ButtonProps) {
  const { children, secondary, danger, fullWidth, loading, buttonRef, onClick, ...rest } = props
  const kinds = [
    'button',
    secondary && 'secondary',
    danger && 'danger',
    fullWidth && 'full',
    loading && 'loading',
  ]
  return (
    <button
      type="button"
      {...rest}
      {...(buttonRef && { ref: buttonRef })}
      {...(onClick && !loading && { onClick })}
      class={kinds.filter(Boolean).join(' ')}
      aria-busy={loading ?? false}
    >
      <span class="button-label">{children}</span>
    </button>
  )
}
