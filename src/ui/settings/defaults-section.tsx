import type { ReadonlySignal } from '@preact/signals'
import { COLOR_MODES } from '../../colors/match'
import type { Selection } from '../../protocol/contract'
import { strings } from '../../strings'
import { BACKGROUND_MODES, INSERT_AS, LAYER_MODES, UNIFY_STEPS } from '../layer-options'
import { Property } from '../parts/property'
import { Select } from '../parts/select'
import { isPossible } from '../stores/canvas'
import { COUNTS, type SettingsStore } from '../stores/settings'
import { Section } from './section'
import { SettingCheck } from './setting-check'

interface DefaultsSectionProps {
  readonly settings: SettingsStore
  readonly selection: ReadonlySignal<Selection>
}

/** The defaults for new images: number, layers, and what happens on insert. */
export function DefaultsSection({ settings, selection }: DefaultsSectionProps) {
  const { layers, background, holes, unify } = settings.layerOptions.value
  const { chooseLayerOptions } = settings
  const words = strings.layerOptions
  const asChoices = INSERT_AS.filter((as) => isPossible(as, selection.value.editor))
  return (
    <Section id="defaults" heading={strings.settings.defaultsHeading}>
      <Choice
        id="default-count"
        label={strings.generate.count}
        options={COUNTS.map((number) => ({ value: String(number), name: String(number) }))}
        value={String(settings.count.value)}
        onChoose={(value) => settings.chooseCount(Number(value))}
      />
      <Choice
        id="default-layers"
        label={words.layers}
        options={LAYER_MODES.map((value) => ({ value, name: words.layerModes[value] }))}
        value={layers}
        onChoose={(value) => chooseLayerOptions({ layers: value })}
      />
      <Choice
        id="default-background"
        label={words.background}
        options={BACKGROUND_MODES.map((value) => ({ value, name: words.backgroundModes[value] }))}
        value={background}
        onChoose={(value) => chooseLayerOptions({ background: value })}
      />
      <Choice
        id="default-colors"
        label={strings.settings.colors}
        options={COLOR_MODES.map((value) => ({ value, name: strings.colorChoice.names[value] }))}
        value={settings.colorMode.value}
        onChoose={settings.chooseColorMode}
      />
      <Choice
        id="default-similar-colors"
        label={strings.settings.similarColors}
        options={UNIFY_STEPS.map((step, i) => ({ value: String(step), name: words.unifySteps[i] ?? '' }))}
        value={String(unify)}
        disabled={layers === 'as-drawn'}
        onChoose={(value) => chooseLayerOptions({ unify: Number(value) })}
      />
      <Choice
        id="default-insert-as"
        label={strings.insertAs.label}
        options={asChoices.map((value) => ({ value, name: strings.insertAs.names[value] }))}
        value={asChoices.find((as) => as === settings.insertAs.value) ?? 'frame'}
        onChoose={settings.chooseInsertAs}
      />
      <div>
        <SettingCheck
          label={words.cutHoles}
          value={holes === 'cut'}
          onChoose={(value) => chooseLayerOptions({ holes: value ? 'cut' : 'keep' })}
        />
        <SettingCheck
          label={strings.settings.autoInsert}
          value={settings.autoInsert.value}
          onChoose={settings.chooseAutoInsert}
        />
        <SettingCheck
          label={strings.settings.closeAfterInsert}
          value={settings.closeAfterInsert.value}
          onChoose={settings.chooseCloseAfterInsert}
        />
        <SettingCheck
          label={strings.settings.keepCleaned}
          value={settings.keepCleaned.value}
          onChoose={settings.chooseKeepCleaned}
        />
      </div>
    </Section>
  )
}

const Choice = <Value extends string>(props: Parameters<typeof Select<Value>>[0]) => (
  <Property label={props.label}>
    <Select {...props} />
  </Property>
)
