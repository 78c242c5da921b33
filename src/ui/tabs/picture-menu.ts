import { promptColorWords } from '../../colors/names'
import { withoutColors } from '../../colors/prompt'
import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import type { Panel } from '../panel'
import type { MenuItem } from '../parts/menu'
import { copyKeys, deleteKey } from '../parts/shortcuts'
import { copyText } from '../platform/copy-text'
import { saveSvgFile } from '../platform/save-file'
import { focusTile } from './focus-tile'

/** The actions of the image view, for its menu and its keys. */
export function pictureActions(panel: Panel, job: Job, onDetails: () => void) {
  const { opened, pictures, picks, canvas, colors, history, palettes, announce, notify } = panel
  const { id, request } = job
  const words = withoutColors(request.prompt)
  const preparation = pictures.preparationOf(id)
  const prepared = preparation.state === 'ready' ? preparation.prepared : null
  const picked = prepared && picks.of(id, prepared)

  const back = () => {
    opened.value = null
    focusTile(id)
  }
  const copy = () => {
    if (!picked) return
    if (picked.isEmpty) return notify(strings.objects.none, true)
    const isCopied = copyText(picked.prepared.svg)
    notify(isCopied ? strings.details.copied : strings.result.notCopied, !isCopied)
  }
  const remove = () => {
    // The image's tile is gone: focus Undo.
    opened.value = null
    void history.remove([job])
  }
  const showInHistory = () => {
    panel.show('history')
    history.showAll()
    panel.selections.history.select(id)
    focusTile(id)
  }

  function menu(): MenuItem[] {
    const insertion = canvas.insertionOf(id)
    const isOnCanvas = insertion.state === 'done' && insertion.nodeId !== null
    const palette = prepared?.report.palette ?? []
    const entries = palette.map(({ color }) => ({ color, name: promptColorWords(color) }))
    const { value: file } = colors.file
    const canCreate = typeof file === 'string' || file.canCreateVariables
    return [
      ...(picked
        ? [
            {
              label: picked.isPart ? strings.objects.copy(picked) : strings.result.copy,
              shortcut: copyKeys(),
              blocker: picked.isEmpty ? strings.objects.none : undefined,
              onSelect: copy,
            },
            {
              label: picked.isPart ? strings.objects.save(picked) : strings.result.save,
              blocker: picked.isEmpty ? strings.objects.none : undefined,
              onSelect: () => saveSvgFile(words, picked.prepared.svg),
            },
            'separator' as const,
          ]
        : []),
      ...(isOnCanvas
        ? [
            {
              label: strings.insertBar.show,
              onSelect: async () => {
                if (!(await canvas.show([id]))) announce(strings.insertBar.notThere)
              },
            },
          ]
        : []),
      ...(opened.value?.from === 'create'
        ? [{ label: strings.picture.showInHistory, onSelect: showInHistory }]
        : []),
      { label: strings.details.heading, onSelect: onDetails },
      ...(entries.length > 0
        ? [
            'separator' as const,
            {
              label: strings.colors.swatches,
              onSelect: () => void palettes.insertSwatches(words, entries),
            },
            ...(canCreate
              ? [
                  {
                    label: strings.colors.create(entries.length),
                    onSelect: () => void palettes.createVariables(words, entries),
                  },
                ]
              : []),
          ]
        : []),
      'separator',
      { label: strings.picture.delete, shortcut: deleteKey(), onSelect: remove },
    ]
  }

  return { back, copy, remove, menu }
}
