import type { Editor } from '../../protocol/contract'
import { strings } from '../../strings'
import { INSERT_AS, type InsertAs, LAYER_MODES, UNIFY_STEPS } from '../layer-options'
import { Property } from '../parts/property'
import { Select } from '../parts/select'
import { isPossible } from '../stores/canvas'
import type { SettingsStore } from '../stores/settings'

export type SettingsForLayers = Pick<
  SettingsStore,
  'layerOptions' | 'chooseLayerOptions' | 'insertAs' | 'chooseInsertAs'
>

/** Returns how the image is inserted: as the user chose, or as a frame if the editor does not support that. */
export const insertAsIn = (editor: Editor, { insertAs }: Pick<SettingsStore, 'insertAs'>): InsertAs =>
  isPossible(insertAs.value, editor) ? insertAs.value : 'frame'

interface LayerChoicesProps {
  readonly settings: SettingsForLayers
  readonly editor: Editor
}

/** Chooses how the image becomes layers. Choices apply immediately and are remembered. */
export function LayerChoices({ settings, editor }: LayerChoicesProps) {
  const { layers, unify } = settings.layerOptions.value
  const words = strings.layerOptions
  return (
    <>
      <Property label={words.layers}>
        <Select
          id="layers"
          label={words.layers}
          options={LAYER_MODES.map((value) => ({ value, name: words.layerModes[value] }))}
          value={layers}
          onChoose={(value) => settings.chooseLayerOptions({ layers: value })}
        />
      </Property>
      {layers !== 'objects' && <p class="quiet">{strings.objects.choose}</p>}
      <Property label={words.colors}>
        <Select
          id="unify"
          label={words.colors}
          options={UNIFY_STEPS.map((step, i) => ({ value: String(step), name: words.unifySteps[i] ?? '' }))}
          value={String(unify)}
          disabled={layers === 'as-drawn'}
          onChoose={(value) => settings.chooseLayerOptions({ unify: Number(value) })}
        />
      </Property>
      <Property label={strings.insertAs.label}>
        <Select
          id="insert-as"
          label={strings.insertAs.label}
          options={INSERT_AS.filter((as) => isPossible(as, editor)).map((value) => ({
            value,
            name: strings.insertAs.names[value],
          }))}
          value={insertAsIn(editor, settings)}
          onChoose={settings.chooseInsertAs}
        />
      </Property>
    </>
  )
}
