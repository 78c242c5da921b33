import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Selection } from '../../protocol/contract'
import { closestSize } from '../../segmind/request'
import type { SettingsStore } from './settings'

interface SizeChoiceOptions {
  readonly settings: Pick<SettingsStore, 'model' | 'size' | 'chooseSize'>
  readonly selection: ReadonlySignal<Selection>
}

export type SizeChoice = ReturnType<typeof createSizeChoice>

/** The size of the next pictures. It follows the selected frame until the user chooses a size, and again once they choose the frame. */
export function createSizeChoice({ settings, selection }: SizeChoiceOptions) {
  const isFollowing = signal(true)
  /** The frame that pictures go into. */
  const frame = computed(() => {
    const { layer } = selection.value
    return layer?.isContainer ? layer : null
  })
  /** The id of the size that fits the frame best. */
  const fitting = computed(() => frame.value && closestSize(settings.model.value, frame.value))
  const matched = computed(() => (isFollowing.value && fitting.value ? frame.value : null))

  return {
    frame,
    fitting,
    /** The frame whose size is used; null if a chosen size is used. */
    matched,
    /** The id of the size. */
    size: computed(() => (matched.value && fitting.value) ?? settings.size.value),
    choose(size: string): void {
      isFollowing.value = false
      settings.chooseSize(size)
    },
    /** Follow the selected frame again. */
    matchFrame(): void {
      isFollowing.value = true
    },
  }
}
