import type { ComponentChildren } from 'preact'
import { DEFAULT_MODEL } from '../../segmind/request'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import { Thumbnail } from './thumbnail'

interface FirstRunProps {
  /** The form for the key. */
  readonly children: ComponentChildren
  readonly onTrySamples: () => void
}

/** The screen before the first key: what this is, what it costs, where to get a key and where it is kept. */
export function FirstRun({ children, onTrySamples }: FirstRunProps) {
  return (
    <div class="body first-run">
      <div class="first-run-picture" aria-hidden="true">
        <Thumbnail drawing="line" />
        <Thumbnail drawing="flat" />
        <Thumbnail drawing="linocut" />
      </div>
      <h2>{strings.firstRun.heading}</h2>
      <p>{strings.firstRun.what}</p>
      <p>{strings.firstRun.cost(DEFAULT_MODEL.price)}</p>
      {children}
      <div class="try">
        <Button secondary fullWidth aria-describedby="try-help" onClick={onTrySamples}>
          {strings.samples.start}
        </Button>
        <p class="secondary" id="try-help">
          {strings.samples.startHelp}
        </p>
      </div>
    </div>
  )
}
