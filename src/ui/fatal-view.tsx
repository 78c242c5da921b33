import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { strings } from '../strings'
import type { Panel } from './panel'
import { useAnnounced } from './parts/announced'
import { Button } from './parts/button'
import { ReportView } from './settings/report-view'

interface FatalViewProps {
  readonly panel: Panel
  readonly onReload: () => void
}

/** Stands where a view stopped working. What is drawn goes on without it: jobs do not live in views. */
export function FatalView({ panel, onReload }: FatalViewProps) {
  const isReporting = useSignal(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useAnnounced('view', strings.sentence(strings.fatal))
  useEffect(() => {
    heading.current?.focus()
    return () => panel.say('view', '')
  }, [panel])
  return (
    <div class="body fatal">
      <h2 ref={heading} tabIndex={-1}>
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
      {isReporting.value && <ReportView panel={panel} />}
    </div>
  )
}
