import { useSignal } from '@preact/signals'
import * as words from '../../words'
import type { Panel } from '../panel'
import { Problem } from '../parts/problem'
import { BrandList } from './brand-list'
import { useFileColors } from './use-file-colors'

/** So many colours a model follows. */
const MOST = 6

/** Colours of the file that the picture is asked to have, and the words that are sent for it. */
export function PromptColours({ panel }: { readonly panel: Panel }) {
  const { studio, colours } = panel
  const wanted = studio.wanted.value
  const { file, candidates } = colours
  const isOpen = useSignal(false)
  useFileColors(colours, isOpen.value)
  const nameOf = (hex: string) => candidates.value.find((one) => one.hex === hex)?.name ?? hex
  return (
    <details
      class="prompt-colours"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open
      }}
    >
      <summary>{words.promptColours.label(wanted.length)}</summary>
      {file.value === 'unread' && <p class="secondary">{words.colourPicker.reading}</p>}
      <Problem about="file colors" text={file.value === 'unreadable' ? words.colourPicker.unreadable : ''} />
      {typeof file.value !== 'string' && candidates.value.length === 0 && (
        <p class="secondary">{words.colourPicker.none}</p>
      )}
      {wanted.length > 0 && (
        <ul class="swatches" aria-label={words.promptColours.wanted}>
          {wanted.map((hex) => (
            <li key={hex}>
              <button
                type="button"
                class="swatch"
                aria-label={words.promptColours.leave(nameOf(hex), hex)}
                title={words.promptColours.leave(nameOf(hex), hex)}
                style={{ background: hex }}
                onClick={() => {
                  studio.wanted.value = wanted.filter((other) => other !== hex)
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {wanted.length >= MOST ? (
        <p class="secondary">{words.promptColours.most}</p>
      ) : (
        candidates.value.length > 0 && (
          <BrandList
            id="ask"
            candidates={candidates.value}
            wish={null}
            chosen={null}
            onChoose={({ hex }) => {
              studio.wanted.value = [...new Set([...wanted, hex])]
            }}
          />
        )
      )}
      {wanted.length > 0 && <p class="secondary">{words.promptColours.sent(studio.text.value)}</p>}
    </details>
  )
}
