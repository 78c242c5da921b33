import { strings } from '../../strings'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { KeyForm } from '../settings/key-form'
import { StyleThumbnail } from './style-thumbnail'

/** The screen before the first key: what this is, what it costs, where to get a key and where it is kept. */
export function FirstRun({ panel }: { readonly panel: Panel }) {
  return (
    <div class="body first-run">
      <div class="first-run-picture" aria-hidden="true">
        <StyleThumbnail style="line_art" />
        <StyleThumbnail style="any" />
        <StyleThumbnail style="linocut" />
      </div>
      <h2>{strings.firstRun.heading}</h2>
      <p>{strings.firstRun.what}</p>
      <p>{strings.firstRun.cost}</p>
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
