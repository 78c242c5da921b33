import { useSignal } from '@preact/signals'
import { strings } from '../../strings'
import { Collapsible } from '../parts/collapsible'
import type { Picked } from '../stores/picks'
import { ObjectList, type ObjectListProps } from './object-list'

interface ObjectsSectionProps extends Omit<ObjectListProps, 'objects' | 'without'> {
  readonly of: ObjectListProps['objects']
  readonly picked: Picked
  /** Puts all objects back. */
  readonly onAll: () => void
}

/** Shows the objects of an image, so that the user can choose which ones are inserted. */
export function ObjectsSection({ of, picked, onAll, ...list }: ObjectsSectionProps) {
  const isOpen = useSignal(false)
  const words = strings.objects
  return (
    <Collapsible id="picture-objects" label={words.heading} hint={words.hint(picked)} isOpen={isOpen}>
      <div class="object-head">
        <p class="quiet">{words.help}</p>
        <button
          type="button"
          class="link-button"
          aria-disabled={!picked.isPart}
          onClick={() => picked.isPart && onAll()}
        >
          {words.all}
        </button>
      </div>
      <ObjectList objects={of} without={picked.without} {...list} />
    </Collapsible>
  )
}
