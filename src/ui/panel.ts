import { effect, signal } from '@preact/signals'
import { SEGMIND } from '../segmind/client'
import type { Clock, Fetch } from '../segmind/http'
import { stageWords } from './create/progress-row'
import type { Sandbox } from './platform/sandbox'
import { createPicturesStore } from './stores/pictures'
import { createSettingsStore } from './stores/settings'
import { createStudioStore } from './stores/studio'
import * as words from './words'

export type TabId = 'create' | 'history' | 'settings'

export type Panel = ReturnType<typeof createPanel>

/** The panel's state, all of it: the stores, which tab is open, and what the status region says. */
export function createPanel(sandbox: Sandbox, fetch: Fetch, clock: Clock) {
  const settings = createSettingsStore(sandbox)
  const pictures = createPicturesStore(sandbox)
  const studio = createStudioStore({ settings, pictures, fetch, clock, endpoints: SEGMIND })
  const tab = signal<TabId>('create')
  const status = signal('')
  const broken = signal(false)
  const announce = (text: string) => {
    status.value = text
  }

  // Each station is announced once, in the order in which it is reached.
  effect(() => {
    const job = studio.job.value
    if (job?.state === 'running') announce(stageWords(job, clock.now()))
    if (job?.state === 'failed') announceNotice(words.segmindNotice(job.error))
    if (job?.state === 'unusable') announceNotice(words.vectorNotice(job.code))
  })
  effect(() => {
    const insertion = pictures.shown.value?.insertion
    if (insertion?.state === 'none') announce(words.result.ready)
    if (insertion?.state === 'running') announce(words.result.inserting)
    if (insertion?.state === 'done') announce(words.result.inserted(insertion.layers))
    if (insertion?.state === 'failed') announceNotice(words.insertNotice(insertion.code))
  })

  function announceNotice({ title, text }: words.Notice): void {
    announce(`${title} ${text}`)
  }

  return {
    settings,
    pictures,
    studio,
    clock,
    tab,
    status,
    broken,
    announce,
    show(id: TabId): void {
      tab.value = id
    },
    /** Something failed that has no place of its own: said plainly, with the details left to the console. */
    report(): void {
      broken.value = true
      announceNotice(words.unexpected)
    },
  }
}
