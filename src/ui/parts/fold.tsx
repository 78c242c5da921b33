import type { Signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { Icon } from './icon'

interface FoldProps {
  readonly id: string
  readonly label: string
  /** Beside the label: what it holds, in short. */
  readonly hint: string
  readonly isOpen: Signal<boolean>
  readonly children: ComponentChildren
}

/** What few need at once, folded away under its label. */
export const Fold = ({ id, label, hint, isOpen, children }: FoldProps) => (
  <section class="fold-section" aria-labelledby={`${id}-fold`}>
    <h3>
      <button
        type="button"
        class="fold"
        id={`${id}-fold`}
        aria-label={label}
        aria-describedby={`${id}-hint`}
        aria-expanded={isOpen.value}
        aria-controls={isOpen.value ? `${id}-content` : undefined}
        onClick={() => {
          isOpen.value = !isOpen.value
        }}
      >
        <Icon name="right" />
        <span class="strong">{label}</span>
        <span class="quiet ellipsis" id={`${id}-hint`}>
          {hint}
        </span>
      </button>
    </h3>
    {isOpen.value && (
      <div class="fold-content" id={`${id}-content`}>
        {children}
      </div>
    )}
  </section>
)
