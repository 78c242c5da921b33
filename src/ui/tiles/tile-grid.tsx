import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import { isTyping } from '../parts/shortcuts'
import { spatialNeighbor } from '../parts/spatial'
import type { TileSelection } from '../stores/tile-selection'
import type { TileActions } from './tile'

interface TileGridProps {
  /** In the order of the view. */
  readonly jobs: readonly Job[]
  readonly selection: TileSelection
  readonly actions: Pick<TileActions, 'open' | 'star' | 'remove'>
  /** Inserts an image. */
  readonly onInsert: (job: Job) => void
  readonly children: ComponentChildren
}

/** Handles the keyboard for all tiles, however they are grouped. */
export function TileGrid({ jobs, selection, actions, onInsert, children }: TileGridProps) {
  const box = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey } = event
    const target = event.target as HTMLElement
    const tile = target.closest<HTMLElement>('.tile')
    const isCommand = event.metaKey || event.ctrlKey
    if (isTyping(event) || !tile) return
    const job = jobs.find(({ id }) => id === tile.dataset.job)
    const pictures = jobs.filter(({ hasPicture }) => hasPicture).map(({ id }) => id)
    const take = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (key === 'Escape') {
      if (target !== tile) tile.focus()
      else if (selection.ids.value.length > 0) selection.clear()
      else return
      return take()
    }
    // Buttons in the tile handle their own keys.
    if (target !== tile || !job) return
    if (isCommand && key.toLowerCase() === 'a') {
      selection.selectAll(pictures)
      return take()
    }
    if (isCommand || event.altKey) return
    const next = spatialNeighbor([...(box.current?.querySelectorAll<HTMLElement>('.tile') ?? [])], tile, key)
    if (next) {
      const id = next.dataset.job ?? ''
      if (shiftKey && pictures.includes(id)) selection.extendTo(id, pictures)
      else selection.moveTo(id)
      next.focus()
      next.scrollIntoView({ block: 'nearest' })
      return take()
    }
    // A held key must not continue with the next tile.
    if (event.repeat && /^(Delete|Backspace|Enter| |s)$/i.test(key)) return take()
    if (key === 'Delete' || key === 'Backspace') {
      actions.remove(job)
      return take()
    }
    if (!job.hasPicture) return
    if (key === 'Enter') onInsert(job)
    else if (key === ' ') actions.open(job)
    else if (key.toLowerCase() === 's') actions.star(job)
    else return
    take()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it handles the keys of the tiles
    <div
      ref={box}
      class="results"
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        if (target instanceof Element && !target.closest('.tile, button')) selection.clear()
      }}
    >
      {children}
    </div>
  )
}

interface BatchProps {
  readonly prompt: string
  /** Shown beside the prompt: style and time. */
  readonly facts: string
  /** The ⋯ button. */
  readonly menu: ComponentChildren
  /** Null for as many as fit. */
  readonly columns: number | null
  /** Width divided by height of the requested size. */
  readonly ratio: number
  /** Number of tiles. */
  readonly count: number
  readonly children: ComponentChildren
}

/** Number of columns of as many as fit in the default panel. */
const USUAL_COLUMNS = 3

/** Shows the images of one prompt under a heading. */
export const BatchView = ({ prompt, facts, menu, columns, ratio, count, children }: BatchProps) => (
  // Not a landmark, because there may be dozens, and two with the same name.
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls
  <div
    class={columns ? 'batch' : 'batch skippable'}
    style={{ '--rows': Math.ceil(count / USUAL_COLUMNS) }}
    role="group"
    aria-label={prompt}
  >
    <div class="batch-head">
      <h2>
        <span class="ellipsis" title={prompt}>
          {prompt || strings.untitled}
        </span>
        <span class="quiet">{facts}</span>
      </h2>
      {menu}
    </div>
    {/* biome-ignore lint/a11y/useSemanticElements: a table would lay it out as one */}
    <div
      class={columns ? 'tiles' : 'tiles many'}
      role="grid"
      aria-label={strings.tiles.grid}
      aria-multiselectable
      style={{ ...(columns && { '--columns': columns }), '--ratio': ratio }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: the same */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its cells are focusable */}
      <div role="row">{children}</div>
    </div>
  </div>
)
