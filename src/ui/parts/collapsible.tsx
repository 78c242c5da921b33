import type { Signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { Icon } from './icon'

interface CollapsibleProps {
  readonly id: string
  readonly label: string
  /** A short summary of the content, beside the label. */
  readonly hint: string
  readonly isOpen: Signal<boolean>
  /** Heading level of the label. */
  readonly heading?: 'h2' | 'h3'
  readonly children: ComponentChildren
}

/** A section that is collapsed under its label. */
export const Collapsible = ({
  id,
  label,
  hint,
  isOpen,
  heading: Heading = 'h3',
  children,
}: CollapsibleProps) => (
  <section class="fold-section" aria-labelledby={`${id}-fold`}>
    <Heading>
      <button
        type="button"
        class="fold strong"
        id={`${id}-fold`}
        aria-describedby={`${id}-hint`}
        aria-expanded={isOpen.value}
        aria-controls={isOpen.value ? `${id}-content` : undefined}
        onClick={() => {
          isOpen.value = !isOpen.value
        }}
      >
        <Icon name="right" />
        {label}
      </button>
    </Heading>
    {/* Seen in the row of the button, and no part of its name. */}
    <p class="fold-hint quiet ellipsis" id={`${id}-hint`}>
      {hint}
    </p>
    {isOpen.value && (
      <div class="fold-content" id={`${id}-content`}>
        {children}
      </div>
    )}
  </section>
)
