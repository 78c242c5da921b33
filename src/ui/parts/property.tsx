import type { ComponentChildren } from 'preact'

interface PropertyProps {
  readonly label: string
  readonly children: ComponentChildren
}

/** A value or a control behind its label, in two columns. A control has the label as its own name, too. */
export const Property = ({ label, children }: PropertyProps) => (
  <div class="property">
    <span class="quiet">{label}</span>
    <div class="property-value">{children}</div>
  </div>
)
