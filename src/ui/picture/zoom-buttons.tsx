import { strings } from '../../strings'
import { IconButton } from '../parts/icon-button'
import type { Zoom } from './zoom'

/** Zoom out, fit, and zoom in. Not disabled at the limits, so that the focus stays. */
export function ZoomButtons({ zoom }: { readonly zoom: Zoom }) {
  const { value: now } = zoom.zoom
  const to = (wish: number) => ({
    'aria-disabled': zoom.isAt(wish),
    onClick: () => zoom.zoomTo(wish),
  })
  return (
    <>
      <IconButton icon="minus" label={strings.zoom.out} shortcut="−" {...to(now / 2)} />
      <button
        type="button"
        class="zoom-fit numbers"
        aria-label={strings.zoom.fit(now)}
        data-tip={now === 1 ? undefined : strings.zoom.fit(now)}
        {...to(1)}
      >
        {strings.zoom.now(now)}
      </button>
      <IconButton icon="plus" label={strings.zoom.in} shortcut="+" {...to(now * 2)} />
    </>
  )
}
