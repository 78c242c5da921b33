import type { ReadonlySignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Job } from '../../jobs/job'
import type { Selection } from '../../protocol/contract'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import { Icon } from '../parts/icon'
import { IconButton } from '../parts/icon-button'
import { MenuButton, type MenuItem } from '../parts/menu'
import { deleteKey, insertKeys } from '../parts/shortcuts'
import type { CanvasStore, Insertion } from '../stores/canvas'
import type { InsertPlan, Place } from '../stores/insert-plan'
import type { Picked } from '../stores/picks'

interface InsertBarProps {
  /** The selected images, in the order of selection. Never empty. */
  readonly jobs: readonly Job[]
  readonly plan: InsertPlan
  /** Whether Replace comes first. */
  readonly prefersReplace: boolean
  readonly canvas: Pick<CanvasStore, 'insertionOf' | 'progress' | 'stop'>
  readonly selection: ReadonlySignal<Selection>
  /** What is inserted of each image, in the same order; null for images that are not prepared. */
  readonly picked: readonly (Picked | null)[]
  /** Why none of them can be inserted; null if at least one can. */
  readonly blocker: string | null
  /** Whether the bar has the view's primary button. */
  readonly isPrimary: boolean
  readonly onInsert: () => void
  readonly onReplace: () => void
  readonly onPlace: (place: Place) => void
  /** Selects the inserted layers on the canvas. */
  readonly onShow: () => void
  /** Deletes the selected images; null to offer no Delete. */
  readonly onDelete: (() => void) | null
}

/** The bar with Insert and Replace: where the selected images go, and the progress. */
export function InsertBar(props: InsertBarProps) {
  const {
    jobs,
    plan,
    canvas,
    selection,
    picked,
    blocker,
    isPrimary,
    onInsert,
    onReplace,
    onPlace,
    onShow,
    onDelete,
  } = props
  const insertButton = useRef<HTMLButtonElement>(null)
  const insertions = jobs.map(({ id }) => canvas.insertionOf(id))
  const runs = insertions.find((one) => one.state === 'running')
  const isReplacing = runs?.state === 'running' && runs.replaces
  const progress = runs ? canvas.progress.value : null
  const layer = selection.value.layer
  const canReplace = jobs.length === 1 && (layer?.isReplaceable || isReplacing) === true
  const replaceFirst = canReplace && props.prefersReplace
  const [first] = picked
  const part = jobs.length === 1 && first?.isPart && !first.isEmpty ? first : null
  const insert = (
    <Button
      secondary={!isPrimary || replaceFirst}
      loading={runs !== undefined && !isReplacing}
      buttonRef={insertButton}
      blocker={blocker}
      isSteady
      shortcut={replaceFirst ? null : insertKeys()}
      aria-keyshortcuts={replaceFirst ? undefined : 'Meta+Shift+Enter Control+Shift+Enter'}
      onClick={onInsert}
    >
      {part && !replaceFirst
        ? strings.objects.insert(part)
        : strings.insertBar.insert(picked.filter((one) => !one?.isEmpty).length || jobs.length)}
    </Button>
  )
  const replace = canReplace && (
    <Button
      secondary={!isPrimary || !replaceFirst}
      loading={isReplacing}
      blocker={blocker}
      data-tip={strings.result.replaceTitle(layer?.name ?? '')}
      isSteady
      shortcut={replaceFirst ? insertKeys() : null}
      onClick={onReplace}
    >
      {strings.result.replace}
    </Button>
  )
  const done = doneOf(insertions)
  const items: MenuItem[] = [
    ...(done ? [{ label: strings.insertBar.show, onSelect: onShow }] : []),
    ...(canReplace && !replaceFirst
      ? [{ label: strings.result.replaceTitle(layer?.name ?? ''), onSelect: onReplace }]
      : []),
  ]
  return (
    <section class={onDelete ? 'bar with-delete' : 'bar'} aria-label={strings.insertBar.label}>
      {progress ? (
        <>
          <div class="bar-where">
            <progress value={progress.done} max={progress.total} aria-label={strings.result.insertProgress} />
          </div>
          <Button
            secondary
            onClick={() => {
              canvas.stop()
              // The pressed button is gone.
              insertButton.current?.focus()
            }}
          >
            {strings.cancel}
          </Button>
        </>
      ) : (
        <div class="bar-where">
          {jobs.length > 1 && <span class="bar-count">{strings.insertBar.selected(jobs.length)}</span>}
          {done ? (
            <>
              <Icon name="check" />
              <span class="ellipsis">
                {/* Not enough space beside the number of images or two buttons. */}
                {jobs.length > 1 || replaceFirst
                  ? strings.tiles.inserted
                  : strings.insertBar.inserted(done.layers)}
              </span>
            </>
          ) : part && replaceFirst ? (
            // Not enough space beside two buttons.
            <span class="ellipsis strong">{strings.objects.part(part)}</span>
          ) : (
            <Where plan={plan} selection={selection.value} onPlace={onPlace} />
          )}
        </div>
      )}
      {items.length > 0 && (
        <MenuButton label={strings.insertBar.more} items={() => items} placement="top-end" />
      )}
      {onDelete && (
        <IconButton
          icon="trash"
          label={strings.tiles.deleteAll(jobs.length)}
          shortcut={deleteKey()}
          onClick={onDelete}
        />
      )}
      {replaceFirst ? (
        <>
          {insert}
          {replace}
        </>
      ) : (
        insert
      )}
    </section>
  )
}

/** Returns the number of layers if all of the images are on the canvas as they look now; otherwise null. */
function doneOf(insertions: readonly Insertion[]): { readonly layers: number } | null {
  let layers = 0
  for (const insertion of insertions) {
    if (insertion.state !== 'done') return null
    layers += insertion.layers
  }
  return { layers }
}

/** Shows where the images go, as a menu of the possible places. */
function Where({
  plan,
  selection,
  onPlace,
}: Pick<InsertBarProps, 'plan' | 'onPlace'> & { readonly selection: Selection }) {
  const { kind, name } = plan.target
  const text = strings.insertBar.where(kind, name)
  const content = (
    <>
      <Icon name="to" />
      {kind === 'inside' && <Icon name="frame" />}
      <span class="ellipsis strong">{text}</span>
    </>
  )
  if (selection.places.length < 2)
    return (
      <span class="where" title={text}>
        {content}
      </span>
    )
  return (
    <MenuButton
      class="where-button"
      label={strings.insertBar.place}
      placement="top-start"
      items={() =>
        selection.places.map(({ place, target }) => ({
          label: strings.insertBar.places(place, target.name ?? ''),
          isChecked: plan.place === 'auto' ? isSame(target, plan.target) : place === plan.place,
          onSelect: () => onPlace(place),
        }))
      }
    >
      {content}
      <Icon name="down" />
    </MenuButton>
  )
}

const isSame = (a: Selection['target'], b: Selection['target']) => a.kind === b.kind && a.name === b.name
