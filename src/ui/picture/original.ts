import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import type { Prepared } from '../../vector/prepare'
import type { JobsStore } from '../stores/jobs'

/**
 * Returns the original of the image while it is shown. It is read on request, because keeping the originals of all images would double the
 * memory. Preparing the image again hides the original.
 */
export function useOriginal(
  job: Job,
  prepared: Prepared | null,
  jobs: Pick<JobsStore, 'delivered'>,
  announce: (text: string) => void,
) {
  const shown = useSignal<{ readonly svg: string; readonly of: Prepared } | null>(null)
  /** Whether to show it once it has been read. */
  const isWanted = useRef(false)
  /** The last one that was read, to show it immediately the next time. */
  const read = useRef<{ readonly id: string; readonly svg: string } | null>(null)
  const show = async (isOriginal: boolean) => {
    isWanted.current = isOriginal
    if (!isOriginal || !prepared) {
      shown.value = null
      return
    }
    const known = read.current?.id === job.id ? read.current.svg : null
    const delivered = known === null ? await jobs.delivered(job.id) : { svg: known }
    if (delivered.svg !== null) read.current = { id: job.id, svg: delivered.svg }
    if (!isWanted.current) return
    if (delivered.svg !== null) {
      // A short key press calls this twice.
      if (shown.value?.of !== prepared) announce(strings.original)
      shown.value = { svg: delivered.svg, of: prepared }
    } else announce(strings.sentence(strings.missingNotice(delivered.why)))
  }
  return { svg: shown.value?.of === prepared ? shown.value.svg : null, show }
}
