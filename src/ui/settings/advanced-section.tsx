import type { Signal } from '@preact/signals'
import { strings } from '../../strings'
import { Collapsible } from '../parts/collapsible'
import { Property } from '../parts/property'
import { Segmented } from '../parts/segmented'
import type { SettingsStore } from '../stores/settings'
import { SettingCheck } from './setting-check'

interface AdvancedSectionProps {
  readonly settings: Pick<SettingsStore, 'atOnce' | 'chooseAtOnce' | 'direct' | 'chooseDirect'>
  /** Origin of the relay that requests go through, if any. */
  readonly relay: string | null
  readonly isOpen: Signal<boolean>
}

/** Choices for the number of images that are drawn at the same time. Further ones wait. */
const CHOICES = [1, 2, 3, 4]

/** Rarely needed settings, collapsed. */
export const AdvancedSection = ({ settings, relay, isOpen }: AdvancedSectionProps) => (
  <Collapsible
    id="advanced"
    label={strings.settings.advancedHeading}
    hint={strings.settings.advancedHint}
    isOpen={isOpen}
    heading="h2"
  >
    <Property label={strings.settings.atOnce}>
      <Segmented
        id="at-once"
        label={strings.settings.atOnce}
        options={CHOICES}
        value={settings.atOnce.value}
        onChoose={settings.chooseAtOnce}
      />
    </Property>
    <p class="quiet">{strings.settings.atOnceHelp}</p>
    <SettingCheck
      label={strings.settings.direct}
      describedBy="direct-help"
      value={settings.direct.value}
      onChoose={settings.chooseDirect}
    />
    <p class="quiet check-help" id="direct-help">
      {strings.settings.directHelp}
    </p>
    <p class="quiet wraps">{strings.settings.relay(relay)}</p>
  </Collapsible>
)
