import { strings } from '../../strings'
import type { JobsStore } from '../stores/jobs'
import { Button } from './button'
import { NoticeView } from './notice'

/** Shown while the stored jobs cannot be read, with a button to try again. */
export const JournalNotice = ({ jobs }: { readonly jobs: Pick<JobsStore, 'journal' | 'open'> }) =>
  jobs.journal.value === 'unreadable' ? (
    <NoticeView
      about="journal"
      icon="alert"
      isWarning
      notice={strings.journalNotice}
      report="journal-unreadable"
    >
      <Button secondary onClick={() => void jobs.open()}>
        {strings.actions.retry}
      </Button>
    </NoticeView>
  ) : null
