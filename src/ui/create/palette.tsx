import type { PaletteEntry } from '../../vector/steps/palette'
import * as words from '../../words'

/** So many colours have a swatch of their own. */
const SHOWN = 12

/** The picture's colours, the one that covers most first. */
export function Palette({ entries }: { readonly entries: readonly PaletteEntry[] }) {
  const rest = entries.length - SHOWN
  return (
    <div class="palette">
      <ul class="swatches" aria-label={words.palette.label(entries.length)}>
        {entries.slice(0, SHOWN).map(({ colour, share }) => (
          <li
            key={colour}
            class="swatch"
            style={{ background: colour }}
            title={words.palette.entry(colour, share)}
          >
            <span class="visually-hidden">{words.palette.entry(colour, share)}</span>
          </li>
        ))}
      </ul>
      <span class="secondary">{rest > 0 ? words.palette.more(rest) : ''}</span>
    </div>
  )
}
