import type { ReadonlySignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { strings } from '../../strings'
import { StorageMeter } from '../parts/storage-meter'
import type { PicturesStore } from '../stores/pictures'
import { Section } from './section'

interface StorageSectionProps {
  readonly pictures: Pick<PicturesStore, 'all'>
  /** Stored bytes. */
  readonly used: ReadonlySignal<number>
  /** Bytes that the device can store. */
  readonly space: ReadonlySignal<number>
  /** Shown below the meter: what the user can do. */
  readonly children: ComponentChildren
}

/** Shows how many images are kept, and how much of the space they use. */
export const StorageSection = ({ pictures, used, space, children }: StorageSectionProps) => (
  <Section id="storage" heading={strings.storage.heading}>
    <StorageMeter
      used={used.value}
      space={space.value}
      label={strings.storage.images(pictures.all.value.length)}
    />
    {children}
  </Section>
)
