import { strings } from '../../strings'
import { NumberSelect } from '../parts/number-select'
import type { SettingsStore } from '../stores/settings'

interface WaysSectionProps {
  readonly settings: SettingsStore
  /** Origin of the relay that requests go through, if any. */
  readonly relay: string | null
}

/** The way to the service, and what happens when a picture is there. */
export function WaysSection({ settings, relay }: WaysSectionProps) {
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
