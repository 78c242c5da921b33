import type { ComponentChildren } from 'preact'

interface PropertyProps {
  readonly label: string
  readonly children: ComponentChildren
}

/** A label and its value or control, in two columns. The label also names the control. */
export const Property = ({ label, children }: PropertyProps) => (
  <div class="property">
    <span class="quiet">{label}</span>
    <div class="property-value">{children}</div>
  </div>
)
