import { strings } from '../../strings'
import { Button } from '../parts/button'

/** Says that the form makes samples, and how to get real images. */
export function SamplesBanner({ onAddKey }: { readonly onAddKey: () => void }) {
  const addKey = () => {
    onAddKey()
    // The pressed button is gone: move the focus to the key field.
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
