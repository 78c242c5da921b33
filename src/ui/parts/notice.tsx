import type { ComponentChildren } from 'preact'
import type { Notice } from '../../words'

interface NoticeViewProps {
  readonly notice: Notice
  /** What it is about: the prompt of the picture. */
  readonly subject?: string
  /** Buttons: what the user can do about it. */
  readonly children?: ComponentChildren
}

/** A failure in plain words. The status region announces it, so it is no live region itself. */
export function NoticeView({ notice, subject, children }: NoticeViewProps) {
  return (
    <section class="notice" aria-label={notice.title}>
      {subject && <p class="notice-subject">{subject}</p>}
      <p class="notice-title">{notice.title}</p>
      <p class="notice-text">{notice.text}</p>
      {children && <div class="notice-actions">{children}</div>}
    </section>
  )
}
