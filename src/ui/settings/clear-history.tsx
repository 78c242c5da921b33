import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import { Check } from '../parts/check'
import { SpaceMeter } from '../parts/space-meter'
import type { HistoryStore } from '../stores/history'
import type { PicturesStore } from '../stores/pictures'

interface ClearHistoryProps {
  readonly history: Pick<HistoryStore, 'clear'>
  readonly pictures: Pick<PicturesStore, 'all'>
  /** What is stored, in bytes. */
  readonly used: ReadonlySignal<number>
  readonly announce: (text: string) => void
}

/** Deletes every kept picture at once, after asking; those with a star only by the user's word. */
export function ClearHistory({ history, pictures, used, announce }: ClearHistoryProps) {
  const isAsking = useSignal(false)
  const withStarred = useSignal(false)
  const keep = useRef<HTMLButtonElement>(null)
  const open = useRef<HTMLButtonElement>(null)
  const all = pictures.all.value
  const starred = all.filter((job) => job.starred).length
  const count = withStarred.value ? all.length : all.length - starred

  const ask = (asking: boolean) => {
    isAsking.value = asking
    withStarred.value = false
    // What was pressed is gone after this: the focus goes to what took its place.
    requestAnimationFrame(() => (asking ? keep : open).current?.focus())
  }
  const clear = async () => {
    const isGone = await history.clear(withStarred.value)
    announce(isGone ? strings.clear.done : strings.clear.notDone)
    ask(false)
  }
  return (
    <section class="section" aria-labelledby="room-heading">
      <h2 id="room-heading">{strings.history.heading}</h2>
      <SpaceMeter used={used.value} />
      {isAsking.value ? (
        <fieldset class="ask" aria-label={strings.clear.question}>
          <p>{strings.clear.question}</p>
          {starred > 0 && <Check label={strings.clear.withStarred(starred)} checked={withStarred} />}
          <div class="row">
            <Button secondary danger disabled={count === 0} onClick={() => void clear()}>
              {strings.clear.yes(count)}
            </Button>
            <Button secondary buttonRef={keep} onClick={() => ask(false)}>
              {strings.clear.no}
            </Button>
          </div>
        </fieldset>
      ) : (
        <div class="row">
          <Button secondary danger buttonRef={open} disabled={all.length === 0} onClick={() => ask(true)}>
            {strings.clear.open}
          </Button>
        </div>
      )}
    </section>
  )
}
