import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useContext, useEffect, useRef } from 'preact/hooks'
import { strings } from '../strings'
import { Announced, useAnnounced } from './parts/announced'
import { Button } from './parts/button'

interface FatalViewProps {
  /** Opens the problem report, if it is requested. */
  readonly report: ComponentChildren
  readonly onReload: () => void
}

/** Replaces a view that threw. Running jobs are not affected, because they do not depend on views. */
export function FatalView({ report, onReload }: FatalViewProps) {
  const say = useContext(Announced)
  const isReporting = useSignal(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useAnnounced('view', strings.sentence(strings.fatal))
  useEffect(() => {
    heading.current?.focus()
    return () => say('view', '')
  }, [say])
  return (
    <div class="fatal">
      <h2 class="title" ref={heading} tabIndex={-1}>
        {strings.fatal.title}
      </h2>
      <p>{strings.fatal.text}</p>
      <div class="row">
        <Button onClick={onReload}>{strings.fatal.reload}</Button>
        <Button
          secondary
          aria-expanded={isReporting.value}
          onClick={() => {
            isReporting.value = !isReporting.value
          }}
        >
          {strings.fatal.report}
        </Button>
      </div>
      {isReporting.value && <div class="fatal-report">{report}</div>}
    </div>
  )
}
