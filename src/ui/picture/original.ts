import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import type { Prepared } from '../../vector/prepare'
import type { JobsStore } from '../stores/jobs'

/**
 * The image as it was delivered, while that is shown. It is read when it is asked for; an image that is prepared anew shows
 * itself.
 */
export function useOriginal(
  job: Job,
  prepared: Prepared | null,
  jobs: Pick<JobsStore, 'delivered'>,
  announce: (text: string) => void,
) {
  const shown = useSignal<{ readonly svg: string; readonly of: Prepared } | null>(null)
  /** Whether it is still wanted once it is read. */
  const isWanted = useRef(false)
  const show = async (isOriginal: boolean) => {
    isWanted.current = isOriginal
    if (!isOriginal || !prepared) {
      shown.value = null
      return
    }
    const delivered = await jobs.delivered(job.id)
    if (!isWanted.current) return
    if (delivered.svg !== null) shown.value = { svg: delivered.svg, of: prepared }
    else announce(strings.sentence(strings.missingNotice(delivered.why)))
  }
  return { svg: shown.value?.of === prepared ? shown.value.svg : null, show }
}
