import { strings } from '../../strings'
import type { LayerLabel } from '../../vector/prepare'
import { paintOf } from './paint-of'

/** Longer lists are cut off: Figma's own list shows all layers. */
const SHOWN = 200

/** Lists the layers in the order of Figma's layer list: topmost first. */
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
