import { useSignal } from '@preact/signals'
import { strings } from '../../strings'
import { Problem } from '../parts/problem'
import type { ColorsStore } from '../stores/colors'
import type { GenerationStore } from '../stores/generation'
import { BrandList } from './brand-list'
import { useFileColors } from './use-file-colors'

/** So many colors a model follows. */
const MOST = 6

interface PromptColorsProps {
  readonly generation: Pick<GenerationStore, 'wanted' | 'text'>
  readonly colors: ColorsStore
}

/** Colors of the file that the picture is asked to have, and the words that are sent for it. */
export function PromptColors({ generation, colors }: PromptColorsProps) {
  const wanted = generation.wanted.value
  const { file, candidates } = colors
  const isOpen = useSignal(false)
  useFileColors(colors, isOpen.value)
  const nameOf = (hex: string) => candidates.value.find((one) => one.hex === hex)?.name ?? hex
  return (
    <details
      class="prompt-colors"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open
      }}
    >
      <summary>{strings.promptColors.label(wanted.length)}</summary>
      {file.value === 'unread' && <p class="secondary">{strings.colorPicker.reading}</p>}
      <Problem about="file colors" text={file.value === 'unreadable' ? strings.colorPicker.unreadable : ''} />
      {typeof file.value !== 'string' && candidates.value.length === 0 && (
        <p class="secondary">{strings.colorPicker.none}</p>
      )}
      {wanted.length > 0 && (
        <ul class="swatches" aria-label={strings.promptColors.wanted}>
          {wanted.map((hex) => (
            <li key={hex}>
              <button
                type="button"
                class="swatch"
                aria-label={strings.promptColors.leave(nameOf(hex), hex)}
                title={strings.promptColors.leave(nameOf(hex), hex)}
                style={{ background: hex }}
                onClick={() => {
                  generation.wanted.value = wanted.filter((other) => other !== hex)
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {wanted.length >= MOST ? (
        <p class="secondary">{strings.promptColors.most}</p>
      ) : (
        candidates.value.length > 0 && (
          <BrandList
            id="ask"
            candidates={candidates.value}
            wish={null}
            chosen={null}
            onChoose={({ hex }) => {
              generation.wanted.value = [...new Set([...wanted, hex])]
            }}
          />
        )
      )}
      {wanted.length > 0 && <p class="secondary">{strings.promptColors.sent(generation.text.value)}</p>}
    </details>
  )
}
