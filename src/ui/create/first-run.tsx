import { DEFAULT_MODEL } from '../../segmind/request'
import { strings } from '../../strings'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { KeyForm } from '../settings/key-form'
import { Thumbnail } from './thumbnail'

/** The screen before the first key: what this is, what it costs, where to get a key and where it is kept. */
export function FirstRun({ panel }: { readonly panel: Panel }) {
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
      <KeyForm panel={panel} />
      <div class="try">
        <Button secondary fullWidth aria-describedby="try-help" onClick={() => void panel.trySamples()}>
          {strings.samples.start}
        </Button>
        <p class="secondary" id="try-help">
          {strings.samples.startHelp}
        </p>
      </div>
    </div>
  )
}
