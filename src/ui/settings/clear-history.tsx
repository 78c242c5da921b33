import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import { Check } from '../parts/check'
import type { HistoryStore } from '../stores/history'
import type { PicturesStore } from '../stores/pictures'

interface ClearHistoryProps {
  readonly history: Pick<HistoryStore, 'clear'>
  readonly pictures: Pick<PicturesStore, 'all'>
  readonly announce: (text: string) => void
}

/** Deletes all images after asking. Starred ones only if the user checks that. */
export function ClearHistory({ history, pictures, announce }: ClearHistoryProps) {
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
    // The pressed button is gone: move the focus to the one that replaced it.
    requestAnimationFrame(() => (asking ? keep : open).current?.focus())
  }
  const clear = async () => {
    const isGone = await history.clear(withStarred.value)
    announce(isGone ? strings.clear.done(count) : strings.clear.notDone)
    ask(false)
  }
  if (!isAsking.value)
    return (
      <div class="row">
        <Button secondary danger buttonRef={open} disabled={all.length === 0} onClick={() => ask(true)}>
          {strings.clear.open}
        </Button>
      </div>
    )
  return (
    <fieldset
      class="ask"
      aria-label={strings.clear.question}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        ask(false)
      }}
    >
      <p>{strings.clear.question}</p>
      {starred > 0 && <Check label={strings.clear.withStarred(starred)} checked={withStarred} />}
      <div class="row">
        <Button secondary buttonRef={keep} onClick={() => ask(false)}>
          {strings.clear.no}
        </Button>
        <Button secondary danger disabled={count === 0} onClick={() => void clear()}>
          {strings.clear.yes(count)}
        </Button>
      </div>
    </fieldset>
  )
}
