import type { ReadonlySignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { strings } from '../../strings'
import { SpaceMeter } from '../parts/space-meter'
import type { PicturesStore } from '../stores/pictures'
import { Section } from './section'

interface StorageSectionProps {
  readonly pictures: Pick<PicturesStore, 'all'>
  /** What is stored, in bytes. */
  readonly used: ReadonlySignal<number>
  /** What the device stores, in bytes. */
  readonly space: ReadonlySignal<number>
  /** What can be done about it. */
  readonly children: ComponentChildren
}

/** How many images are kept here, and how much of the space they take. */
export const StorageSection = ({ pictures, used, space, children }: StorageSectionProps) => (
  <Section id="storage" heading={strings.storage.heading}>
    <SpaceMeter
      used={used.value}
      space={space.value}
      label={strings.storage.images(pictures.all.value.length)}
    />
    {children}
  </Section>
)
