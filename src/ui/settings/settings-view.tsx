import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import { Page } from '../parts/page'

const PAGES = ['privacy', 'report'] as const

interface SettingsViewProps {
  readonly version: string
  /** The page of a problem's report. */
  readonly report: ComponentChildren
  /** The sections before the one about the plugin. */
  readonly children: ComponentChildren
}

/** The settings by sections, and the pages that are opened from the last one. */
export function SettingsView({ version, report, children }: SettingsViewProps) {
  const page = useSignal<(typeof PAGES)[number] | null>(null)
  const open = page.value
  if (open) {
    const back = () => {
      page.value = null
      requestAnimationFrame(() => document.getElementById(`open-${open}`)?.focus())
    }
    return (
      <Page heading={strings[open].heading} back={strings.settings.back} onBack={back}>
        {open === 'report' ? report : strings.privacy.points.map((point) => <p key={point}>{point}</p>)}
      </Page>
    )
  }
  return (
    <div class="body">
      {children}
      <section class="section" aria-labelledby="about-heading">
        <h2 id="about-heading">{strings.settings.aboutHeading}</h2>
        <p class="secondary">{strings.settings.privacy}</p>
        <div class="row">
          {PAGES.map((id) => (
            <Button
              key={id}
              id={`open-${id}`}
              secondary
              onClick={() => {
                page.value = id
              }}
            >
              {strings[id].open}
            </Button>
          ))}
        </div>
        <p class="secondary">{strings.settings.version(version)}</p>
      </section>
    </div>
  )
}
