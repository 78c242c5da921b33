import type { ComponentChildren, JSX, RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import { focusInPlace } from '../parts/focus-in-place'

interface TileFrameProps extends Omit<JSX.HTMLAttributes<HTMLDivElement>, 'label' | 'ref'> {
  readonly job: Job
  /** What a screen reader says before the content. */
  readonly label: string
  /** CSS class. */
  readonly kind: string
  /** Whether it is the grid's tab stop. */
  readonly isCurrent: boolean
  readonly tileRef?: RefObject<HTMLDivElement>
  readonly children: ComponentChildren
}

/** The tile of a job, whatever its content. The grid handles its keys. */
export function TileFrame({ job, label, kind, isCurrent, tileRef, children, ...rest }: TileFrameProps) {
  const own = useRef<HTMLDivElement>(null)
  const tile = tileRef ?? own
  useLayoutEffect(() => {
    const { current } = tile
    return () => current && keepFocus(current)
  }, [tile])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of a table would be laid out as one
    <div
      {...rest}
      ref={tile}
      class={`tile ${kind}`}
      role="gridcell"
      data-job={job.id}
      tabIndex={isCurrent ? 0 : -1}
    >
      {/* Not `aria-label`, because the cell's content belongs to its name, too. */}
      <span class="visually-hidden tile-name">{label}</span>
      {children}
    </div>
  )
}

/** Moves the focus out of a tile that is about to be removed: to its replacement, or else to the next or previous tile. */
function keepFocus(tile: HTMLElement): void {
  if (!tile.contains(document.activeElement)) return
  const all = [...document.querySelectorAll<HTMLElement>('.tile')]
  const at = all.indexOf(tile)
  const heirs = [tile, ...all.slice(at + 1), ...all.slice(0, at).reverse()].map(({ dataset }) => dataset.job)
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    const now = [...document.querySelectorAll<HTMLElement>('.tile')]
    const heir = heirs.find((id) => now.some(({ dataset }) => dataset.job === id))
    const next = now.find(({ dataset }) => dataset.job === heir)
    if (next) focusInPlace(next)
  })
}
