import { strings } from '../../strings'
import type { LayerLabel } from '../../vector/prepare'
import { paintOf } from './paint-of'

/** More rows than this nobody reads in a panel; Figma's own list has them all. */
const SHOWN = 200

/** The layers as Figma's list will show them: the foremost at the top. */
export function LayerList({ layers }: { readonly layers: readonly LayerLabel[] }) {
  const rest = layers.length - SHOWN
  return (
    <>
      <ol class="layer-list" aria-label={strings.result.layers(layers.length)}>
        {[...layers]
          .reverse()
          .slice(0, SHOWN)
          .map(({ name, colors }) => (
            <li key={name}>
              <span class="swatch" style={{ background: paintOf(colors) }} />
              <span class="ellipsis" title={name}>
                {name}
              </span>
            </li>
          ))}
      </ol>
      {rest > 0 && <p class="quiet">{strings.result.moreLayers(rest)}</p>}
    </>
  )
}
