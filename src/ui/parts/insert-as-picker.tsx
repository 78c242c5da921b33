import type { ReadonlySignal } from '@preact/signals'
import type { Selection } from '../../protocol/contract'
import { strings } from '../../strings'
import { INSERT_AS } from '../layer-options'
import { isPossible } from '../stores/canvas'
import type { SettingsStore } from '../stores/settings'
import { Picker } from './picker'

interface InsertAsPickerProps {
  readonly settings: Pick<SettingsStore, 'insertAs' | 'chooseInsertAs'>
  readonly selection: ReadonlySignal<Selection>
}

/** What a picture is to be on the canvas, as far as the editor has it. */
export function InsertAsPicker({ settings, selection }: InsertAsPickerProps) {
  const { editor } = selection.value
  const choices = INSERT_AS.filter((as) => isPossible(as, editor))
  const value = choices.find((as) => as === settings.insertAs.value) ?? 'frame'
  return (
    <Picker
      id="insert-as"
      label={strings.insertAs.label}
      options={choices.map((as) => [as, strings.insertAs.names[as]])}
      value={value}
      onPick={(i) => settings.chooseInsertAs(choices[i] ?? value)}
    />
  )
}
