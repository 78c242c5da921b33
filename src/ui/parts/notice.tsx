import type { ComponentChildren } from 'preact'
import { type Notice, strings } from '../../strings'
import { useAnnounced } from './announced'
import { Icon, type IconName } from './icon'

interface NoticeViewProps {
  /** Names what the notice is about: of one thing, the same text is said once. */
  readonly about: string
  readonly notice: Notice
  /** What it is about in words: the prompt of the picture. */
  readonly subject?: string
  readonly icon?: IconName
  readonly isWarning?: boolean
  /** Buttons: what the user can do about it. */
  readonly children?: ComponentChildren
}

/** A failure in plain words, seen and heard: the status region says it. */
export function NoticeView({ about, notice, subject, icon, isWarning, children }: NoticeViewProps) {
  useAnnounced(about, strings.sentence(notice))
  return (
    <section
      class={isWarning ? 'notice warning' : 'notice'}
      aria-label={subject ? `${notice.title} ${subject}` : notice.title}
    >
      {icon && <Icon name={icon} />}
      <div class="notice-body">
        {subject && <p class="notice-subject">{subject}</p>}
        <p class="notice-title">{notice.title}</p>
        <p class="notice-text">{notice.text}</p>
      </div>
      {children && <div class="notice-actions">{children}</div>}
    </section>
  )
}
