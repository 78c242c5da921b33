import type { ReadonlySignal } from '@preact/signals'
import type { Selection } from '../../protocol/contract'
import { strings } from '../../strings'
import { InsertAsPicker } from '../parts/insert-as-picker'
import { LayerOptionChoices } from '../parts/layer-option-choices'
import type { SettingsStore } from '../stores/settings'

interface DefaultsSectionProps {
  readonly settings: SettingsStore
  readonly selection: ReadonlySignal<Selection>
}

/** How pictures become layers. */
export const DefaultsSection = ({ settings, selection }: DefaultsSectionProps) => (
  <section class="section" aria-labelledby="defaults-heading">
    <h2 id="defaults-heading">{strings.settings.defaultsHeading}</h2>
    <LayerOptionChoices value={settings.layerOptions.value} onChoose={settings.chooseLayerOptions}>
      <InsertAsPicker settings={settings} selection={selection} />
    </LayerOptionChoices>
  </section>
)
