import { strings } from '../../strings'
import type { Prepared } from '../../vector/prepare'
import type { ObjectPointing } from './pointed-object'

interface ObjectBadgeProps {
  readonly prepared: Prepared
  /** The objects that were taken out, by their place. */
  readonly without: ReadonlySet<number>
  readonly pointing: Pick<ObjectPointing, 'pointed'>
}

/** The name of the object below the pointer, and what a click does. The list says the same to screen readers. */
export function ObjectBadge({ prepared, without, pointing }: ObjectBadgeProps) {
  const { value: at } = pointing.pointed
  if (at?.of !== prepared || at.where !== 'image') return null
  return (
    <span class="tile-badge low object-badge" aria-hidden="true">
      <span class="ellipsis">{prepared.objects[at.object]?.name}</span>
      <span class="quiet">{without.has(at.object) ? strings.objects.putBack : strings.objects.takeOut}</span>
    </span>
  )
}
