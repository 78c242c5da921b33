import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import * as words from '../../words'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { Preview } from '../parts/preview'

/** One kept picture: a click opens it. It is read and prepared when it comes into sight. */
export function HistoryItem({ job, panel }: { readonly job: Job; readonly panel: Panel }) {
  const { pictures, studio } = panel
  const item = useRef<HTMLLIElement>(null)
  const asking = useSignal(false)
  const keep = useRef<HTMLButtonElement>(null)
  const ask = useRef<HTMLButtonElement>(null)
  const { prompt } = job.request

  useEffect(() => {
    const observer = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      void pictures.look(job)
    })
    if (item.current) observer.observe(item.current)
    return () => observer.disconnect()
  }, [job, pictures])

  const confirm = (isAsking: boolean) => {
    asking.value = isAsking
    // The pressed button is gone after this: the focus goes to what took its place.
    requestAnimationFrame(() => (isAsking ? keep : ask).current?.focus())
  }
  const remove = async () => {
    const isGone = await studio.desk.remove(job.id)
    panel.announce(isGone ? words.history.removed : words.history.notRemoved)
    if (isGone) document.getElementById('history-heading')?.focus()
  }
  const star = async () => {
    panel.announce(job.starred ? words.history.unstarred : words.history.starred)
    await studio.desk.star(job.id, !job.starred)
  }

  const open = () => {
    pictures.show(job)
    panel.show('create')
  }
  const sheet = pictures.sheetOf(job.id)
  return (
    <li ref={item} class="grid-cell">
      <button type="button" class="grid-item" aria-label={words.history.open(prompt)} onClick={open}>
        {sheet.state === 'ready' ? (
          <Preview
            svg={sheet.prepared.svg}
            width={sheet.prepared.width}
            height={sheet.prepared.height}
            alt=""
            picture={() => panel.canvas.pictureOf(job, sheet, null)}
          />
        ) : (
          <span class="preview" />
        )}
        <span class="grid-caption">{prompt}</span>
      </button>
      {asking.value ? (
        <fieldset class="grid-actions" aria-label={words.history.confirm}>
          <span class="grid-question">{words.history.confirm}</span>
          <Button secondary danger onClick={() => void remove()}>
            {words.history.yes}
          </Button>
          <Button secondary buttonRef={keep} onClick={() => confirm(false)}>
            {words.history.no}
          </Button>
        </fieldset>
      ) : (
        <div class="grid-actions">
          <button
            type="button"
            class="quiet"
            aria-label={words.history.star(prompt)}
            aria-pressed={job.starred}
            onClick={() => void star()}
          >
            {job.starred ? '★' : '☆'}
          </button>
          <button
            type="button"
            class="quiet"
            ref={ask}
            aria-label={words.history.remove(prompt)}
            onClick={() => confirm(true)}
          >
            ✕
          </button>
          {!job.inserted && <span class="secondary">{words.history.notInserted}</span>}
        </div>
      )}
    </li>
  )
}
