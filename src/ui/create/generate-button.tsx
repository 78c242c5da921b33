import type { ReadonlySignal } from '@preact/signals'
import { strings } from '../../strings'
import { useAnnounced } from '../parts/announced'
import { Button } from '../parts/button'
import { NumberSelect } from '../parts/number-select'
import type { GenerationStore } from '../stores/generation'
import type { SettingsStore } from '../stores/settings'

interface GenerateButtonProps {
  readonly generation: Pick<GenerationStore, 'blocker' | 'generate'>
  readonly settings: Pick<SettingsStore, 'model' | 'count' | 'chooseCount'>
  /** US dollars; null while it is not known. */
  readonly balance: ReadonlySignal<number | null>
  readonly sampling: ReadonlySignal<boolean>
  /** Another button is the blue one of the screen. */
  readonly isSecondary: ReadonlySignal<boolean>
}

/** Sends what the form holds, says what it costs, and why it cannot be sent. */
export function GenerateButton(props: GenerateButtonProps) {
  const { generation, settings, balance, sampling, isSecondary } = props
  const blocker = generation.blocker.value
  const model = settings.model.value
  const count = settings.count.value
  // The other reasons are told where they arise.
  useAnnounced('credits', blocker === 'no-credits' ? strings.blocker(blocker, model.promptLimit) : '')
  return (
    <div class="generate">
      <Button
        fullWidth
        secondary={isSecondary.value}
        disabled={blocker !== null}
        aria-describedby="generate-reason"
        aria-keyshortcuts="Meta+Enter Control+Enter"
        onClick={() => void generation.generate()}
      >
        {sampling.value ? strings.samples.generate(count) : strings.generate.label(count, model.price)}
      </Button>
      <span class={isSecondary.value ? 'shortcut over-secondary' : 'shortcut'} aria-hidden="true">
        {shortcut()}
      </span>
      <p class="generate-foot secondary">
        <label class="count" for="count">
          {strings.generate.count}
          <NumberSelect id="count" value={count} onChoose={settings.chooseCount} />
        </label>
        <span>{balance.value === null ? '' : strings.balance(balance.value)}</span>
        <span id="generate-reason">{blocker ? strings.blocker(blocker, model.promptLimit) : ''}</span>
      </p>
    </div>
  )
}

/** Asked for when it is drawn: the build draws the first view, too, and has no navigator. */
const shortcut = () => strings.generate.shortcut(/mac/i.test(navigator.platform))
