import { useSignal } from '@preact/signals'
import { strings } from '../../strings'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { InsertAsPicker } from '../parts/insert-as-picker'
import { LayerOptionChoices } from '../parts/layer-option-choices'
import { NumberSelect } from '../parts/number-select'
import { Page } from '../parts/page'
import { ClearHistory } from './clear-history'
import { KeySection } from './key-section'
import { ReportView } from './report-view'

const PAGES = { privacy: strings.privacy, report: strings.report }

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
      <Page heading={PAGES[open].heading} back={strings.settings.back} onBack={back}>
        {open === 'report' ? (
          <ReportView panel={panel} />
        ) : (
          strings.privacy.points.map((point) => <p key={point}>{point}</p>)
        )}
      </Page>
    )
  }
  return (
    <div class="body">
      <KeySection panel={panel} />
      <Ways panel={panel} />
      <section class="section" aria-labelledby="defaults-heading">
        <h2 id="defaults-heading">{strings.settings.defaultsHeading}</h2>
        <LayerOptionChoices
          value={panel.settings.layerOptions.value}
          onChoose={panel.settings.chooseLayerOptions}
        >
          <InsertAsPicker settings={panel.settings} selection={panel.canvas.selection} />
        </LayerOptionChoices>
      </section>
      <ClearHistory panel={panel} />
      <section class="section" aria-labelledby="about-heading">
        <h2 id="about-heading">{strings.settings.aboutHeading}</h2>
        <p class="secondary">{strings.settings.privacy}</p>
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
        <p class="secondary">{strings.settings.version(panel.version)}</p>
      </section>
    </div>
  )
}

/** The way to the service, and what happens when a picture is there. */
function Ways({ panel }: { readonly panel: Panel }) {
  const { settings, relay } = panel
  return (
    <section class="section" aria-labelledby="ways-heading">
      <h2 id="ways-heading">{strings.settings.waysHeading}</h2>
      <label class="setting" for="at-once">
        {strings.settings.atOnce}
        <NumberSelect id="at-once" value={settings.atOnce.value} onChoose={settings.chooseAtOnce} />
      </label>
      <Check
        label={strings.settings.autoInsert}
        value={settings.autoInsert.value}
        onChoose={settings.chooseAutoInsert}
      />
      <Check
        label={strings.settings.closeAfterInsert}
        value={settings.closeAfterInsert.value}
        onChoose={settings.chooseCloseAfterInsert}
      />
      <Check
        label={strings.settings.direct}
        describedBy="direct-help"
        value={settings.direct.value}
        onChoose={settings.chooseDirect}
      />
      <p class="secondary" id="direct-help">
        {strings.settings.directHelp}
      </p>
      <p class="secondary">{strings.settings.relay(relay)}</p>
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
