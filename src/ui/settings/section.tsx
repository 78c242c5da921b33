import type { ComponentChildren } from 'preact'

interface SectionProps {
  readonly id: string
  readonly heading: string
  readonly children: ComponentChildren
}

/** A section of the settings with a heading. */
export const Section = ({ id, heading, children }: SectionProps) => (
  <section class="settings-section" aria-labelledby={`${id}-heading`}>
    <h2 class="strong" id={`${id}-heading`}>
      {heading}
    </h2>
    {children}
  </section>
)
