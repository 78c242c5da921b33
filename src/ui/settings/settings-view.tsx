import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import { OutsideLink } from '../parts/outside-link'
import { Page } from '../parts/page'
import { Section } from './section'
import { ShortcutsView } from './shortcuts-view'

type PageId = 'check' | 'privacy' | 'report' | 'shortcuts'

interface SettingsViewProps {
  readonly version: string
  /** Address of the documentation, if there is one. */
  readonly help: string | null
  /** The page “Check this installation”. */
  readonly check: ComponentChildren
  /** The page with the problem report. */
  readonly report: ComponentChildren
  /** The sections above Help. */
  readonly children: ComponentChildren
}

/** Shows the settings in sections, and the pages that open from them. */
export function SettingsView({ version, help, check, report, children }: SettingsViewProps) {
  const page = useSignal<PageId | null>(null)
  const open = page.value
  if (open) {
    const back = () => {
      page.value = null
      requestAnimationFrame(() => document.getElementById(`open-${open}`)?.focus())
    }
    return (
      <Page heading={strings[open].heading} back={strings.settings.back} onBack={back}>
        {open === 'check' && check}
        {open === 'report' && report}
        {open === 'shortcuts' && <ShortcutsView />}
        {open === 'privacy' && strings.privacy.points.map((point) => <p key={point}>{point}</p>)}
      </Page>
    )
  }
  const opening = (id: PageId) => ({
    id: `open-${id}`,
    onClick: () => {
      page.value = id
    },
  })
  const helpPages: readonly PageId[] = ['check', 'report', 'privacy']
  return (
    <>
      <div class="scroll settings">
        {children}
        <Section id="help" heading={strings.settings.helpHeading}>
          <div class="row">
            {helpPages.map((id) => (
              <Button key={id} secondary {...opening(id)}>
                {strings[id].open}
              </Button>
            ))}
          </div>
        </Section>
      </div>
      <footer class="settings-foot between">
        <span class="quiet">{strings.settings.version(version)}</span>
        <span class="settings-links">
          <button type="button" {...opening('shortcuts')}>
            {strings.shortcuts.open}
          </button>
          {help && <OutsideLink href={help}>{strings.settings.help}</OutsideLink>}
        </span>
      </footer>
    </>
  )
}
