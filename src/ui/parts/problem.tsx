import type { ComponentChildren } from 'preact'
import { useAnnounced } from './announced'

interface ProblemProps {
  /** Names what it is about. */
  readonly about: string
  /** Empty where nothing is the matter. */
  readonly text: string
  /** What the user can do about it. */
  readonly children?: ComponentChildren
}

/** One line about something that did not work, seen and heard. Always there, so that it is said again when it happens again. */
export function Problem({ about, text, children }: ProblemProps) {
  useAnnounced(about, text)
  return text ? (
    <p class="problem">
      {text} {children}
    </p>
  ) : null
}
