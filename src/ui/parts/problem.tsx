import type { ComponentChildren } from 'preact'
import { useAnnounced } from './announced'

interface ProblemProps {
  /** Identifies what it is about. */
  readonly about: string
  /** Empty if there is no problem. */
  readonly text: string
  /** A button with what the user can do. */
  readonly children?: ComponentChildren
}

/** One line about something that failed, which is also announced. Always rendered, so that a repeated failure is announced again. */
export function Problem({ about, text, children }: ProblemProps) {
  useAnnounced(about, text)
  return text ? (
    <p class="problem">
      {text} {children}
    </p>
  ) : null
}
