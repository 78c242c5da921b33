import type { ComponentChildren } from 'preact'
import { type Notice, strings } from '../../strings'
import { useAnnounced } from './announced'

interface NoticeViewProps {
  /** Names what the notice is about: of one thing, the same text is said once. */
  readonly about: string
  readonly notice: Notice
  /** What it is about in words: the prompt of the picture. */
  readonly subject?: string
  /** Buttons: what the user can do about it. */
  readonly children?: ComponentChildren
}

/** A failure in plain words, seen and heard: the status region says it. */
export function NoticeView({ about, notice, subject, children }: NoticeViewProps) {
  useAnnounced(about, strings.sentence(notice))
  return (
    <section class="notice" aria-label={notice.title}>
      {subject && <p class="notice-subject">{subject}</p>}
      <p class="notice-title">{notice.title}</p>
      <p class="notice-text">{notice.text}</p>
      {children && <div class="notice-actions">{children}</div>}
    </section>
  )
}
