import { useSignal } from '@preact/signals'
import * as words from '../../words'
import { InsertAsPicker } from '../create/insert-row'
import { TidyingChoices } from '../create/tidying-choices'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { NumberSelect } from '../parts/number-select'
import { Page } from '../parts/page'
import { ClearHistory } from './clear-history'
import { KeySection } from './key-section'
import { ReportView } from './report-view'

const PAGES = { privacy: words.privacy, report: words.report }

/** The key, how pictures are made and become layers, what is kept, and the pages about it. */
export function SettingsView({ panel }: { readonly panel: Panel }) {
  const page = useSignal<keyof typeof PAGES | null>(null)
  const open = page.value
  if (open) {
    const back = () => {
      page.value = null
      requestAnimationFrame(() => document.getElementById(`open-${open}`)?.focus())
    }
    return (
      <Page heading={PAGES[open].heading} back={words.settings.back} onBack={back}>
        {open === 'report' ? (
          <ReportView panel={panel} />
        ) : (
          words.privacy.points.map((point) => <p key={point}>{point}</p>)
        )}
      </Page>
    )
  }
  return (
    <div class="body">
      <KeySection panel={panel} />
      <Ways panel={panel} />
      <section class="section" aria-labelledby="defaults-heading">
        <h2 id="defaults-heading">{words.settings.defaultsHeading}</h2>
        <TidyingChoices value={panel.settings.tidying.value} onChoose={panel.settings.chooseTidying}>
          <InsertAsPicker panel={panel} />
        </TidyingChoices>
      </section>
      <ClearHistory panel={panel} />
      <section class="section" aria-labelledby="about-heading">
        <h2 id="about-heading">{words.settings.aboutHeading}</h2>
        <p class="secondary">{words.settings.privacy}</p>
        <div class="row">
          {(['privacy', 'report'] as const).map((id) => (
            <Button
              key={id}
              id={`open-${id}`}
              secondary
              onClick={() => {
                page.value = id
              }}
            >
              {PAGES[id].open}
            </Button>
          ))}
        </div>
        <p class="secondary">{words.settings.version(panel.version)}</p>
      </section>
    </div>
  )
}

/** The way to the service, and what happens when a picture is there. */
function Ways({ panel }: { readonly panel: Panel }) {
  const { settings, relay } = panel
  return (
    <section class="section" aria-labelledby="ways-heading">
      <h2 id="ways-heading">{words.settings.waysHeading}</h2>
      <label class="setting" for="at-once">
        {words.settings.atOnce}
        <NumberSelect id="at-once" value={settings.atOnce.value} onChoose={settings.chooseAtOnce} />
      </label>
      <Check
        label={words.settings.autoInsert}
        value={settings.autoInsert.value}
        onChoose={settings.chooseAutoInsert}
      />
      <Check
        label={words.settings.closeAfterInsert}
        value={settings.closeAfterInsert.value}
        onChoose={settings.chooseCloseAfterInsert}
      />
      <Check
        label={words.settings.direct}
        describedBy="direct-help"
        value={settings.direct.value}
        onChoose={settings.chooseDirect}
      />
      <p class="secondary" id="direct-help">
        {words.settings.directHelp}
      </p>
      <p class="secondary">{words.settings.relay(relay)}</p>
    </section>
  )
}

interface CheckProps {
  readonly label: string
  readonly value: boolean
  readonly describedBy?: string
  readonly onChoose: (value: boolean) => void
}

function Check({ label, value, describedBy, onChoose }: CheckProps) {
  return (
    <label class="setting">
      {label}
      <input
        type="checkbox"
        checked={value}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
      />
    </label>
  )
}
