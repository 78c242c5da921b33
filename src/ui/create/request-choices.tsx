import type { ReadonlySignal } from '@preact/signals'
import type { Selection } from '../../protocol/contract'
import { OFFERED } from '../../segmind/request'
import type { SettingsStore } from '../stores/settings'
import { ModelPicker } from './model-picker'
import { SizePicker } from './size-picker'
import { StylePicker } from './style-picker'

interface RequestChoicesProps {
  readonly settings: SettingsStore
  readonly selection: ReadonlySignal<Selection>
}

/** Model, style and size of the next pictures. */
export function RequestChoices({ settings, selection }: RequestChoicesProps) {
  const model = settings.model.value
  const { layer } = selection.value
  return (
    <>
      <ModelPicker models={OFFERED} value={model} onChoose={settings.chooseModel} />
      <StylePicker styles={model.styles} value={settings.style.value} onChoose={settings.chooseStyle} />
      <SizePicker
        model={model}
        value={settings.size.value}
        onChoose={settings.chooseSize}
        frame={layer?.isContainer ? layer : null}
      />
    </>
  )
}
