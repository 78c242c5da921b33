import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { IconButton } from './icon-button'

interface PageProps {
  readonly heading: string
  /** Label of the Back button. */
  readonly back: string
  readonly onBack: () => void
  /** Beside the heading. */
  readonly aside?: ComponentChildren
  readonly children: ComponentChildren
}

/** A page over a tab's content. It takes the focus, and Escape closes it. */
export function Page({ heading, back, onBack, aside, children }: PageProps) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anywhere in the page
    <div
      class="page"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack()
      }}
    >
      <div class="top lined">
        <IconButton icon="left" label={back} onClick={onBack} />
        <h2 ref={title} tabIndex={-1}>
          {heading}
        </h2>
        {aside}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <div class="scroll" tabIndex={0}>
        <div class="body">{children}</div>
      </div>
    </div>
  )
}
