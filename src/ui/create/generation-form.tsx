import type { ReadonlySignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { Hex } from '../../colors/hex'
import { OFFERED } from '../../segmind/request'
import { strings } from '../../strings'
import { useAnnounced } from '../parts/announced'
import { Button } from '../parts/button'
import { Icon } from '../parts/icon'
import { Segmented } from '../parts/segmented'
import { Select } from '../parts/select'
import { generateKeys } from '../parts/shortcuts'
import type { ColorsStore } from '../stores/colors'
import type { GenerationStore } from '../stores/generation'
import { COUNTS, type SettingsStore } from '../stores/settings'
import type { SizeChoice } from '../stores/size-choice'
import { ColorsPicker } from './colors-picker'
import { PromptField } from './prompt-field'
import { SizePicker } from './size-picker'
import { StylePicker } from './style-picker'

interface GenerationFormProps {
  readonly generation: Pick<GenerationStore, 'prompt' | 'blocker'>
  readonly settings: SettingsStore
  readonly size: SizeChoice
  readonly colors: ColorsStore
  /** The colors that the prompt mentions. */
  readonly mentioned: ReadonlySignal<readonly Hex[]>
  /** Opens the recoloring of the canvas selection; null while nothing is selected. */
  readonly onRecolor: (() => void) | null
  /** Earlier prompts, newest first. */
  readonly earlier: readonly string[]
  readonly isSampling: boolean
  /** Whether Generate is the primary button. */
  readonly isPrimary: boolean
  readonly onGenerate: () => void
  /** Called when the user types. */
  readonly onTyping: () => void
  /** Shown below Generate. */
  readonly children?: ComponentChildren
}

/** The form for new images: prompt, model, style, size, colors, number of images, and Generate. */
export function GenerationForm(props: GenerationFormProps) {
  const {
    generation,
    settings,
    size,
    colors,
    mentioned,
    earlier,
    isSampling,
    isPrimary,
    onTyping,
    onGenerate,
  } = props
  const model = settings.model.value
  const blocker = generation.blocker.value
  const count = settings.count.value
  const reason = blocker && strings.blocker(blocker, model.promptLimit)
  // The other blockers are announced elsewhere.
  useAnnounced('credits', blocker === 'no-credits' ? (reason ?? '') : '')
  return (
    <section class="compose" aria-label={strings.compose}>
      <PromptField
        value={generation.prompt.value}
        limit={model.promptLimit}
        earlier={earlier}
        onInput={(value) => {
          generation.prompt.value = value
          onTyping()
        }}
      />
      {OFFERED.length > 1 && (
        <Select
          id="model"
          label={strings.modelLabel}
          options={OFFERED.map(({ id }) => ({ value: id, name: strings.modelName({ model: id }) }))}
          value={model.id}
          onChoose={(id) => settings.chooseModel(OFFERED.find((one) => one.id === id) ?? model)}
        />
      )}
      <StylePicker styles={model.styles} value={settings.style.value} onChoose={settings.chooseStyle} />
      <div class="pair">
        <SizePicker model={model} choice={size} />
        <ColorsPicker
          colors={colors}
          settings={settings}
          mentioned={mentioned.value}
          onRecolor={props.onRecolor}
        />
      </div>
      <div class="go">
        <Segmented
          id="count"
          label={strings.generate.count}
          options={COUNTS}
          value={COUNTS.find((number) => number === count) ?? 1}
          onChoose={settings.chooseCount}
        />
        <Button
          id="generate"
          fullWidth
          isSteady
          secondary={!isPrimary}
          blocker={reason}
          shortcut={generateKeys()}
          aria-keyshortcuts="Meta+Enter Control+Enter"
          onClick={onGenerate}
        >
          {isSampling ? strings.samples.generate(count) : strings.generate.label(count, model.price)}
        </Button>
      </div>
      {blocker === 'no-credits' && (
        <div class="no-credits">
          <span>{strings.generate.fewCredits}</span>
          <Button onClick={() => window.open(strings.settings.creditsUrl, '_blank', 'noreferrer')}>
            {strings.settings.addCredits}
            <Icon name="out" />
          </Button>
        </div>
      )}
      {props.children}
    </section>
  )
}
