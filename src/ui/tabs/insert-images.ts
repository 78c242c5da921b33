import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import type { Panel } from '../panel'
import type { InsertOptions } from '../stores/canvas'

/** Returns why none of these images can be inserted; null if at least one can. Images that are still being prepared count as insertable. */
export function blockerOf({ pictures, picks }: Panel, jobs: readonly Job[]): string | null {
  let isEmpty = false
  for (const { id } of jobs) {
    const preparation = pictures.preparationOf(id)
    if (preparation.state === 'loading') return null
    if (preparation.state !== 'ready') continue
    if (!picks.of(id, preparation.prepared).isEmpty) return null
    isEmpty = true
  }
  return isEmpty ? strings.objects.none : strings.insertBar.unusable
}

/** Inserts images at the place that the bar names. */
export const insertImages = (panel: Panel, jobs: readonly Job[]): void =>
  insert(panel, jobs, { place: panel.inserting.plan.value.place })

/** Replaces the selected layer with an image. */
export function replaceSelected(panel: Panel, job: Job): void {
  const { layer } = panel.canvas.selection.value
  if (layer?.isReplaceable) insert(panel, [job], { replace: layer.id })
}

function insert(panel: Panel, jobs: readonly Job[], options: InsertOptions): void {
  const blocker = blockerOf(panel, jobs)
  // The button's tooltip says it, too, but shortcuts do not show that.
  if (blocker === strings.objects.none) panel.announce(blocker)
  else void panel.canvas.insert(jobs, options)
}

/**
 * Returns whether Replace is the primary button. Not for a layer that was just inserted from the panel, because the next image is then an
 * addition. But an image that was changed since replaces its own layer.
 */
export function prefersReplace({ canvas, inserting }: Panel, jobs: readonly Job[]): boolean {
  const [only, ...more] = jobs
  const { layer } = canvas.selection.value
  if (!only || more.length > 0 || !layer || !inserting.plan.value.prefersReplace) return false
  const inserted = canvas.jobOf(layer.id)
  return inserted === null || (inserted === only.id && canvas.insertionOf(only.id).state !== 'done')
}

/** Does what the bar's primary button does. */
export function insertOrReplace(panel: Panel, jobs: readonly Job[]): void {
  const [only, ...more] = jobs
  if (only && more.length === 0 && prefersReplace(panel, jobs)) replaceSelected(panel, only)
  else if (only) insertImages(panel, jobs)
}
