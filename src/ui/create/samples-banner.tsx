import { strings } from '../../strings'
import { Button } from '../parts/button'

/** Says, as long as the form makes samples, that it does, and how to get real images. */
export function SamplesBanner({ onAddKey }: { readonly onAddKey: () => void }) {
  const addKey = () => {
    onAddKey()
    // What was pressed is gone after this: the focus goes to what was asked for.
    requestAnimationFrame(() => document.getElementById('api-key')?.focus())
  }
  return (
    <section class="hint" aria-label={strings.samples.heading}>
      <p class="quiet">{strings.samples.what}</p>
      <Button secondary onClick={addKey}>
        {strings.samples.addKey}
      </Button>
    </section>
  )
}
