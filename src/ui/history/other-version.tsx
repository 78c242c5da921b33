import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Unreadable } from '../../jobs/journal'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import type { HistoryStore } from '../stores/history'

interface OtherVersionProps {
  readonly unreadable: Unreadable
  readonly history: HistoryStore
}

/** Says how many jobs another version stored that this one cannot read. Deletes them after asking. */
export function OtherVersion({ unreadable, history }: OtherVersionProps) {
  const isAsking = useSignal(false)
  const keep = useRef<HTMLButtonElement>(null)
  const open = useRef<HTMLButtonElement>(null)

  const ask = (asking: boolean) => {
    isAsking.value = asking
    // The pressed button is gone: move the focus to the one that replaced it.
    requestAnimationFrame(() => (asking ? keep : open).current?.focus())
  }
  const remove = async () => {
    if (!(await history.removeUnreadable())) return ask(false)
    document.getElementById('tab-history')?.focus()
  }
  return (
    <section class="other-version" aria-labelledby="other-version">
      <div class="other-version-line">
        <span class="strong" id="other-version">
          {strings.otherVersion.what(unreadable)}
        </span>
        {!isAsking.value && (
          <Button
            secondary
            danger
            buttonRef={open}
            aria-describedby="other-version"
            onClick={() => ask(true)}
          >
            {strings.otherVersion.open}
          </Button>
        )}
      </div>
      <p class="quiet">{strings.otherVersion.help}</p>
      {isAsking.value && (
        <fieldset class="ask" aria-label={strings.otherVersion.question}>
          <p>{strings.otherVersion.question}</p>
          <div class="row">
            <Button secondary danger onClick={() => void remove()}>
              {strings.otherVersion.yes(unreadable)}
            </Button>
            <Button secondary buttonRef={keep} onClick={() => ask(false)}>
              {strings.otherVersion.no}
            </Button>
          </div>
        </fieldset>
      )}
    </section>
  )
}
