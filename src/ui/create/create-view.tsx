import type { ComponentChildren } from 'preact'
import type { Job } from '../../jobs/job'
import type { GenerationStore } from '../stores/generation'
import type { JobsStore } from '../stores/jobs'
import type { SettingsStore } from '../stores/settings'
import { PromptField } from './prompt-field'

interface CreateViewProps {
  readonly generation: Pick<GenerationStore, 'prompt'>
  readonly jobs: Pick<JobsStore, 'all'>
  readonly settings: Pick<SettingsStore, 'status' | 'model'>
  /** Above the prompt. */
  readonly banner: ComponentChildren
  /** What goes with the prompt, and the picture that came of the last one. */
  readonly children: ComponentChildren
  /** In sight, wherever the form is scrolled to. */
  readonly footer: ComponentChildren
}

/** The main job: what to draw, how it goes, what came of it. While nothing is known yet, the prompt, which stays where it is. */
export function CreateView({ generation, jobs, settings, banner, children, footer }: CreateViewProps) {
  const isKnown = settings.status.value === 'ready'
  return (
    <>
      <div class="body">
        {banner}
        <PromptField
          value={generation.prompt.value}
          limit={settings.model.value.promptLimit}
          earlier={earlierPrompts(jobs.all.value)}
          onInput={(value) => {
            generation.prompt.value = value
          }}
        />
        {isKnown && children}
      </div>
      {isKnown && footer}
    </>
  )
}

/** What was asked for before, the latest first, each once. */
const earlierPrompts = (jobs: readonly Job[]): string[] => [
  ...new Set([...jobs].sort((a, b) => b.startedAt - a.startedAt).map(({ request }) => request.prompt)),
]
