interface IconButtonProps {
  /** The sign, as `icons.css` draws it. */
  readonly icon: 'star' | 'details' | 'remove' | 'back'
  /** What it does, in words. */
  readonly label: string
  readonly onClick: () => void
  readonly id?: string
  /** Whether it is on, where it is a switch. */
  readonly pressed?: boolean
  readonly class?: string
}

/** A button with a sign of 16 px in the color of its text, and no word to be seen. */
export const IconButton = ({ icon, label, onClick, id, pressed, class: more = '' }: IconButtonProps) => (
  <button
    type="button"
    id={id}
    class={`quiet icon ${icon} ${more}`}
    aria-label={label}
    aria-pressed={pressed}
    onClick={onClick}
  />
)
