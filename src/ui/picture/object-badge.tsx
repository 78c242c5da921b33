import { strings } from '../../strings'
import type { Prepared } from '../../vector/prepare'
import type { ObjectPointing } from './pointed-object'

interface ObjectBadgeProps {
  readonly prepared: Prepared
  /** Indexes of the objects that were taken out. */
  readonly without: ReadonlySet<number>
  readonly pointing: Pick<ObjectPointing, 'pointed'>
}

/** Shows the name of the object under the pointer and what a click does. Screen readers get the same from the list. */
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
