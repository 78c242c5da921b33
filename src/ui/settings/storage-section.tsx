import type { ReadonlySignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { BUDGET } from '../../jobs/eviction'
import { strings } from '../../strings'
import { useAnnounced } from '../parts/announced'
import type { PicturesStore } from '../stores/pictures'
import { Section } from './section'

interface StorageSectionProps {
  readonly pictures: Pick<PicturesStore, 'all'>
  /** What is stored, in bytes. */
  readonly used: ReadonlySignal<number>
  /** What can be done about it. */
  readonly children: ComponentChildren
}

/** The share of the space from which the meter has a color. */
const HIGH = 0.8
/** From this share on, the section says what happens when the space is full. */
const NEARLY = 0.9

/** The space in whole megabytes, as it is shown. */
const SPACE = Math.round(BUDGET / 1e6) * 1e6

/** How many images are kept here, and how much of the space they take. */
export function StorageSection({ pictures, used, children }: StorageSectionProps) {
  const bytes = used.value
  const note = bytes > BUDGET * NEARLY ? strings.history.nearlyFull : ''
  useAnnounced('space', note)
  return (
    <Section id="storage" heading={strings.storage.heading}>
      <div>
        <div class="between">
          <span>{strings.storage.images(pictures.all.value.length)}</span>
          <span class="quiet numbers">{strings.storage.used(bytes, SPACE)}</span>
        </div>
        {/* A <meter> is drawn differently by each engine: it is for screen readers, and the bar is for the eye. */}
        <meter
          class="visually-hidden"
          min={0}
          max={BUDGET}
          value={bytes}
          aria-label={strings.storage.heading}
          aria-valuetext={strings.storage.used(bytes, SPACE)}
        />
        <div class={bytes > BUDGET * HIGH ? 'storage-track high' : 'storage-track'} aria-hidden="true">
          <div class="storage-fill" style={{ width: `${Math.min(1, bytes / BUDGET) * 100}%` }} />
        </div>
      </div>
      {note && <p class="quiet space-note">{note}</p>}
      {children}
    </Section>
  )
}
