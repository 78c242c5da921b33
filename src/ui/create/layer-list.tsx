import type { LayerLabel } from '../../vector/prepare'
import * as words from '../../words'

/** More rows than this nobody reads in a panel; Figma's own list has them all. */
const SHOWN = 200

/** The layers as Figma's list will show them: the foremost at the top. */
export function LayerList({ layers }: { readonly layers: readonly LayerLabel[] }) {
  const rest = layers.length - SHOWN
  return (
    <details class="layer-list">
      <summary>{words.result.layers(layers.length)}</summary>
      <ol>
        {[...layers]
          .reverse()
          .slice(0, SHOWN)
          .map(({ name, colours }) => (
            <li key={name}>
              <span class="dot" style={{ background: paintOf(colours) }} />
              {name}
            </li>
          ))}
      </ol>
      {rest > 0 && <p class="secondary">{words.result.moreLayers(rest)}</p>}
    </details>
  )
}

const paintOf = (colours: readonly string[]): string =>
  colours.length > 1 ? `linear-gradient(90deg, ${colours.join(', ')})` : (colours[0] ?? 'none')
