import { type Signal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { strings } from '../../strings'
import type { Panel } from '../panel'
import { isTyping } from '../parts/shortcuts'
import { chooseSvgFiles } from '../platform/choose-files'
import { fileSource, isSvgDocument, type SvgSource, textSource } from '../platform/svg-files'

/** Has the user choose SVG files, and takes them. */
export async function chooseFiles(panel: Panel): Promise<void> {
  await panel.bring((await chooseSvgFiles(true)).map(fileSource))
}

/** Takes SVG files that are dropped on the panel or pasted, wherever that happens. Returns whether files are being dragged over it. */
export function useBringFiles(panel: Panel): Signal<boolean> {
  const isOver = useSignal(false)
  useEffect(() => {
    /** An image of the panel itself is being dragged: browsers say of that, too, that it is a file. */
    let isInside = false
    const hasFiles = ({ dataTransfer }: DragEvent) =>
      !isInside && (dataTransfer?.types.includes('Files') ?? false)

    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      // Without this the browser would open the file in the place of the panel.
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      isOver.value = true
    }
    const onDragLeave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) isOver.value = false
    }
    const onDrop = (event: DragEvent) => {
      isOver.value = false
      if (!hasFiles(event)) return
      event.preventDefault()
      void panel.bring([...(event.dataTransfer?.files ?? [])].map(fileSource))
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
      void panel.bring(sources)
    }
    const listeners = {
      dragover: onDragOver,
      dragleave: onDragLeave,
      drop: onDrop,
      dragstart: onDragStart,
      dragend: onDragEnd,
      paste: onPaste,
    }
    for (const [type, listener] of Object.entries(listeners))
      addEventListener(type, listener as EventListener)
    return () => {
      for (const [type, listener] of Object.entries(listeners))
        removeEventListener(type, listener as EventListener)
    }
  }, [panel, isOver])
  return isOver
}

/** What of the clipboard is to be taken. Into a text field only SVG is not pasted as text. */
function pastedSources(clipboard: DataTransfer, isInField: boolean): readonly SvgSource[] {
  const files = [...clipboard.files]
  const isSvgFile = ({ name, type }: File) => type === 'image/svg+xml' || /\.svgz?$/i.test(name)
  const svgFiles = files.filter(isSvgFile)
  if (svgFiles.length > 0) return (isInField ? svgFiles : files).map(fileSource)
  const text = [clipboard.getData('image/svg+xml'), clipboard.getData('text/plain')].find(isSvgDocument)
  if (text !== undefined) return [textSource(strings.files.pasted, text)]
  return isInField ? [] : files.map(fileSource)
}
