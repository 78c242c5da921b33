import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type Job, rescueOf } from '../../jobs/job'
import { strings } from '../../strings'
import type { Box } from '../files/drop-frame'
import type { Panel } from '../panel'
import { isTyping } from '../parts/shortcuts'
import { chooseSvgFiles } from '../platform/choose-files'
import { fileSource, isSvgDocument, type SvgSource, textSource } from '../platform/svg-files'

/** Lets the user choose SVG files, and adds them. */
export async function chooseFiles(panel: Panel): Promise<void> {
  await panel.addFiles((await chooseSvgFiles(true)).map(fileSource))
}

/** Lets the user choose the file for an image that Inkwright could not download. */
export async function chooseFileOf(panel: Panel, job: Job): Promise<void> {
  const [file] = await chooseSvgFiles(false)
  if (file) await panel.files.rescue(job, fileSource(file))
}

/** Where files are being dragged: over the tile of an image without a file, or over the panel (`null`). */
export interface DragTarget {
  readonly job: Job | null
  /** The visible part of the tile. */
  readonly box: Box | null
}

/** Adds SVG files that are dropped or pasted anywhere on the panel. Returns where files are being dragged. */
export function useAddFiles(panel: Panel): Signal<DragTarget | null> {
  const over = useSignal<DragTarget | null>(null)
  useEffect(() => {
    /** Whether an image of the panel itself is being dragged. Browsers report it as a file, too. */
    let isInside = false
    const hasFiles = ({ dataTransfer }: DragEvent) =>
      !isInside && (dataTransfer?.types.includes('Files') ?? false)

    /** A single file that is dropped or pasted on the tile of an image becomes that image. Anything else is added. */
    const take = (sources: readonly SvgSource[], target: EventTarget | null) => {
      const [only, ...more] = sources
      const { job } = rescuedAt(panel, target)
      if (job && only && more.length === 0) void panel.files.rescue(job, only)
      else void panel.addFiles(sources)
    }

    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      // Without this, the browser would navigate to the file.
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      const { job, tile } = rescuedAt(panel, event.target)
      if (over.value && over.value.job?.id === job?.id) return
      over.value = { job, box: tile && boxInSight(tile) }
    }
    const onDragLeave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) over.value = null
    }
    const onDrop = (event: DragEvent) => {
      over.value = null
      if (!hasFiles(event)) return
      event.preventDefault()
      take([...(event.dataTransfer?.files ?? [])].map(fileSource), event.target)
    }
    // The tile has moved.
    const onResize = () => {
      over.value = null
    }
    const onDragStart = () => {
      isInside = true
    }
    const onDragEnd = () => {
      isInside = false
    }
    const onPaste = (event: ClipboardEvent) => {
      const sources = event.clipboardData ? pastedSources(event.clipboardData, isTyping(event)) : []
      if (sources.length === 0) return
      event.preventDefault()
      take(sources, document.activeElement)
    }
    const listeners = {
      dragover: onDragOver,
      dragleave: onDragLeave,
      drop: onDrop,
      dragstart: onDragStart,
      dragend: onDragEnd,
      resize: onResize,
      paste: onPaste,
    }
    for (const [type, listener] of Object.entries(listeners))
      addEventListener(type, listener as EventListener)
    return () => {
      for (const [type, listener] of Object.entries(listeners))
        removeEventListener(type, listener as EventListener)
    }
  }, [panel, over])
  return over
}

function boxInSight(tile: HTMLElement): Box {
  const { top, bottom, left, width } = tile.getBoundingClientRect()
  const scroller = tile.closest('.scroll')?.getBoundingClientRect()
  const start = Math.max(top, scroller?.top ?? 0)
  return { top: start, left, width, height: Math.min(bottom, scroller?.bottom ?? innerHeight) - start }
}

/** Returns the image at this place, if the user can add its file. */
function rescuedAt({ jobs }: Panel, target: EventTarget | null) {
  const tile = target instanceof Element ? target.closest<HTMLElement>('.tile') : null
  const job = jobs.all.value.find(({ id }) => id === tile?.dataset.job)
  return job && rescueOf(job) !== null ? { job, tile } : { job: null, tile: null }
}

/** Returns what to add from the clipboard. In a text field, SVG code is pasted as text and only files are added. */
function pastedSources(clipboard: DataTransfer, isInField: boolean): readonly SvgSource[] {
  const files = [...clipboard.files]
  const isSvgFile = ({ name, type }: File) => type === 'image/svg+xml' || /\.svgz?$/i.test(name)
  const svgFiles = files.filter(isSvgFile)
  if (svgFiles.length > 0) return (isInField ? svgFiles : files).map(fileSource)
  const text = [clipboard.getData('image/svg+xml'), clipboard.getData('text/plain')].find(isSvgDocument)
  if (text !== undefined) return [textSource(strings.files.pasted, text)]
  return isInField ? [] : files.map(fileSource)
}
