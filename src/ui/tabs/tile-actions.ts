import { isFinished, type Job } from '../../jobs/job'
import { priceOf } from '../../segmind/request'
import { strings } from '../../strings'
import type { Panel } from '../panel'
import type { MenuItem } from '../parts/menu'
import { copyText } from '../platform/copy-text'
import { type Batch, batchesOf } from '../stores/batches'
import type { TileActions } from '../tiles/tile'
import { chooseFileOf } from './add-files'
import { reasonFor } from './reason-for'

/** Returns the actions of tiles in Create or History. `inOrder` returns all jobs in the order of the view. */
export function tileActions(panel: Panel, view: 'create' | 'history', inOrder: () => readonly Job[]) {
  const { generation, jobs, pictures, canvas, history, sampling, announce } = panel
  const selection = panel.selections[view]
  const isPicture = (id: string) => inOrder().some((job) => job.id === id && job.hasPicture)
  const order = () =>
    inOrder()
      .filter(({ hasPicture }) => hasPicture)
      .map(({ id }) => id)

  const edit = (job: Job) => {
    const batch = batchesOf(inOrder()).find(({ jobs }) => jobs.some(({ id }) => id === job.id))
    if (job.hasPicture || !batch) generation.reuse(job.request)
    else generation.editFailed(job, batch.jobs)
    announce(strings.details.reused)
    panel.opened.value = null
    panel.show('create')
    requestAnimationFrame(() => document.getElementById('prompt')?.focus())
  }
  const vary = (job: Job) => void generation.vary(job.request)

  const actions: TileActions = {
    click(id, event) {
      if (!isPicture(id)) return
      if (event.shiftKey) selection.extendTo(id, order())
      else if (event.metaKey || event.ctrlKey) selection.toggle(id)
      else selection.select(id)
    },
    focus: (id) => selection.moveTo(id),
    open(job) {
      panel.opened.value = { id: job.id, from: view }
    },
    star: (job) => void history.star(job),
    remove(job) {
      const selected = inOrder().filter(({ id }) => selection.isSelected(id))
      if (job.hasPicture) void history.remove(selected.includes(job) ? selected : [job])
      else if (isFinished(job)) void jobs.remove(job.id)
      else panel.hide(job.id)
    },
    cancel(job) {
      void jobs.stopWaiting(job)
    },
    hide: (job) => panel.hide(job.id),
    again: (job) => void generation.again(job),
    edit,
    chooseFile: (job) => void chooseFileOf(panel, job),
    openSettings: () => panel.show('settings'),
    save: (job) => void jobs.save(job),
    copyRequestId: (id) => announce(copyText(id) ? strings.details.copied : strings.details.notCopied),
    dragged(job) {
      const ids = selection.isSelected(job.id) ? selection.ids.value : [job.id]
      return ids.flatMap((id) => {
        const one = inOrder().find((other) => other.id === id)
        const preparation = pictures.preparationOf(id)
        const picture = one && preparation.state === 'ready' && canvas.pictureOf(one, preparation)
        return picture ? [{ job: id, picture }] : []
      })
    },
  }

  /** Returns the ⋯ menu of a batch. */
  function batchMenu({ jobs: own }: Batch): MenuItem[] {
    const [first] = own
    if (!first) return []
    const drawn = own.filter(({ hasPicture }) => hasPicture)
    const redraw = generation.redraw(own)
    return [
      ...(first.isOwn
        ? []
        : [
            { label: strings.result.edit, onSelect: () => edit(first) },
            {
              label: strings.result.variation(sampling.value ? null : priceOf(first.request)),
              blocker: reasonFor(generation.blockerOf(first.request), first.request) ?? undefined,
              onSelect: () => vary(first),
            },
          ]),
      ...(redraw.jobs.length > 0 && drawn.length > 0
        ? [
            {
              label: strings.tiles.redraw(redraw.jobs.length, redraw.price),
              blocker: reasonFor(redraw.blocker, first.request) ?? undefined,
              onSelect: () => void generation.againAll(redraw.jobs),
            },
          ]
        : []),
      ...(drawn.length > 0
        ? [
            ...(first.isOwn ? [] : ['separator' as const]),
            {
              label: strings.tiles.selectAll(drawn.length),
              onSelect: () => selection.selectAll(drawn.map(({ id }) => id)),
            },
            { label: strings.tiles.deleteAll(drawn.length), onSelect: () => void history.remove(drawn) },
          ]
        : []),
    ]
  }

  return { ...actions, batchMenu }
}
