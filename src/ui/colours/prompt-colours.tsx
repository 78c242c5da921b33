import * as words from '../../words'
import type { Panel } from '../panel'

/** So many colours a model follows. */
const MOST = 6
/** So many of the file's are offered. */
const OFFERED = 48

/** Colours of the file that the picture is asked to have, and the words that are sent for it. */
export function PromptColours({ panel }: { readonly panel: Panel }) {
  const { studio, colours } = panel
  const wanted = studio.wanted.value
  const offered = [...new Set([...wanted, ...colours.candidates.value.map(({ hex }) => hex)])].slice(
    0,
    OFFERED,
  )
  const toggle = (hex: string) => {
    studio.wanted.value = wanted.includes(hex) ? wanted.filter((other) => other !== hex) : [...wanted, hex]
  }
  return (
    <details
      class="prompt-colours"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && colours.file.peek() === 'unread') void colours.read()
      }}
    >
      <summary>{words.promptColours.label(wanted.length)}</summary>
      {colours.file.value === 'unread' && <p class="secondary">{words.colourPicker.reading}</p>}
      {colours.file.value === 'unreadable' && <p class="problem">{words.colourPicker.unreadable}</p>}
      {typeof colours.file.value !== 'string' && offered.length === 0 && (
        <p class="secondary">{words.colourPicker.none}</p>
      )}
      <ul class="swatches" aria-label={words.colourPicker.list}>
        {offered.map((hex) => (
          <li key={hex}>
            <button
              type="button"
              class="swatch"
              aria-label={words.promptColours.ask(nameOf(panel, hex), hex)}
              title={words.promptColours.ask(nameOf(panel, hex), hex)}
              aria-pressed={wanted.includes(hex)}
              disabled={!wanted.includes(hex) && wanted.length >= MOST}
              style={{ background: hex }}
              onClick={() => toggle(hex)}
            />
          </li>
        ))}
      </ul>
      {wanted.length >= MOST && <p class="secondary">{words.promptColours.most}</p>}
      {wanted.length > 0 && <p class="secondary">{words.promptColours.sent(studio.text.value)}</p>}
    </details>
  )
}

const nameOf = ({ colours }: Panel, hex: string): string =>
  colours.candidates.value.find((candidate) => candidate.hex === hex)?.name ?? hex
