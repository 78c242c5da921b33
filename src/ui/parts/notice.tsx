import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { type Notice, strings } from '../../strings'
import { useAnnounced } from './announced'
import { Button } from './button'
import { Icon, type IconName } from './icon'
import { Reporting } from './reporting'

interface NoticeViewProps {
  /** Identifies what the notice is about. The same text about the same subject is announced once. */
  readonly about: string
  readonly notice: Notice
  /** The picture's prompt, to say what it is about. */
  readonly subject?: string
  readonly icon?: IconName
  readonly isWarning?: boolean
  /** The kind of the error, if it is one to report: then there is a button for that, too. */
  readonly report?: string | undefined
  /** Buttons with what the user can do. */
  readonly children?: ComponentChildren
}

/** A failure in plain words, which is also announced. */
export function NoticeView({ about, notice, subject, icon, isWarning, report, children }: NoticeViewProps) {
  const openReport = useContext(Reporting)
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
      {(children || report) && (
        <div class="notice-actions">
          {children}
          {report && (
            <Button secondary onClick={() => openReport({ kind: report, charged: null })}>
              {strings.report.here}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
