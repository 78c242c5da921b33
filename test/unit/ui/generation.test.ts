import { signal } from '@preact/signals'
import { expect, it } from 'vitest'
import type { Job } from '../../../src/jobs/job'
import { DEFAULT_MODEL } from '../../../src/segmind/request'
import { createGenerationStore } from '../../../src/ui/stores/generation'
import type { SettingsStore } from '../../../src/ui/stores/settings'
import type { SizeChoice } from '../../../src/ui/stores/size-choice'

/** A form that could be sent, beside jobs that leave the line at once, and a clock that stands still. */
function setUp() {
  const started: string[] = []
  const clock = { time: 0, now: () => clock.time }
  const settings = {
    ...{ status: signal('ready'), apiKey: signal('SG_any'), model: signal(DEFAULT_MODEL) },
    ...{ style: signal(DEFAULT_MODEL.styles[0].id), count: signal(1) },
  } as unknown as SettingsStore
  const generation = createGenerationStore({
    settings,
    jobs: {
      all: signal<readonly Job[]>([]),
      journal: signal<'closed' | 'open' | 'unreadable'>('open'),
      start: async ({ prompt }) => void started.push(prompt),
      resume: () => Promise.resolve(),
      remove: () => Promise.resolve(true),
    },
    balance: signal(null),
    sampling: signal(false),
    size: { size: signal(DEFAULT_MODEL.sizes[0].id) } as unknown as SizeChoice,
    mentioned: signal([]),
    isOffline: signal(false),
    clock,
  })
  return { generation, started, clock }
}

it('the same request within a second is paid for once, another one at once', async () => {
  const { generation, started, clock } = setUp()
  generation.prompt.value = 'a fox'
  await generation.generate()
  clock.time = 999
  await generation.generate()
  expect(started).toEqual(['a fox'])
  generation.prompt.value = 'an owl'
  await generation.generate()
  expect(started).toEqual(['a fox', 'an owl'])
  clock.time = 1999
  await generation.generate()
  expect(started).toEqual(['a fox', 'an owl', 'an owl'])
})
