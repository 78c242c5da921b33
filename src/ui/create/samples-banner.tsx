import { strings } from '../../strings'
import { SampleBadge } from '../parts/badge'
import { Button } from '../parts/button'

/** Says, as long as the form makes samples, that it does, and how to get real pictures. */
export function SamplesBanner({ onAddKey }: { readonly onAddKey: () => void }) {
  const addKey = () => {
    onAddKey()
    // What was pressed is gone after this: the focus goes to what was asked for.
    requestAnimationFrame(() => document.getElementById('api-key')?.focus())
  }
  return (
    <section class="samples" aria-label={strings.samples.heading}>
      <SampleBadge />
      <p class="secondary">{strings.samples.what}</p>
      <Button secondary onClick={addKey}>
        {strings.samples.addKey}
      </Button>
    </section>
  )
}
