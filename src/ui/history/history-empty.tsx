import type { ComponentChildren } from 'preact'
import { Icon } from '../parts/icon'

interface HistoryEmptyProps {
  readonly title: string
  readonly text?: string
  /** A button with the next step. */
  readonly children: ComponentChildren
}

/** Shown in place of the images when there are none. */
export const HistoryEmpty = ({ title, text, children }: HistoryEmptyProps) => (
  <div class="empty">
    <Icon name="image" />
    <p class="strong">{title}</p>
    {text && <p class="quiet">{text}</p>}
    {children}
  </div>
)
