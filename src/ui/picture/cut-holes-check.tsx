import { strings } from '../../strings'
import type { SettingsForLayers } from './layer-choices'

interface CutHolesCheckProps {
  readonly settings: Pick<SettingsForLayers, 'layerOptions' | 'chooseLayerOptions'>
}

/** Sets whether shapes in the background's color become holes. */
export const CutHolesCheck = ({ settings }: CutHolesCheckProps) => (
  <label class="check">
    <input
      type="checkbox"
      checked={settings.layerOptions.value.holes === 'cut'}
      onChange={({ currentTarget }) =>
        settings.chooseLayerOptions({ holes: currentTarget.checked ? 'cut' : 'keep' })
      }
    />
    {strings.layerOptions.cutHoles}
  </label>
)
