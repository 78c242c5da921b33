import type { Panel } from './panel'

/** A file as a test passes it. `text`: with `isBinary`, Latin-1, a byte per character. */
export interface TransferFile {
  readonly name: string
  readonly text: string
  readonly type?: string
  readonly isBinary?: boolean
}

const SHAPE = '<rect width="100%" height="100%" fill="#f4e3c8"/><path d="M6 6h12v12H6z" fill="#b5442e"/>'

/** Returns an SVG of this size in px, with two shapes. */
export const svgOf = (width = 24, height = 24, content = SHAPE): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`

export const svgFile = (name: string, text = svgOf()): TransferFile => ({ name, text, type: 'image/svg+xml' })

export type Transfer = readonly [
  how: 'drop' | 'paste' | 'dragover' | 'dragleave',
  files: readonly TransferFile[],
  selector?: string,
  text?: string,
]

/** Runs in the panel; see `transferFiles`. Returns whether the panel took what it was handed. */
export function dispatchTransfer(_: unknown, [type, given, where, plain]: Transfer): boolean {
  const data = new DataTransfer()
  for (const { name, text: content, type: kind = '', isBinary } of given) {
    const bytes = isBinary ? Uint8Array.from(content, (letter) => letter.charCodeAt(0)) : content
    data.items.add(new File([bytes], name, { type: kind }))
  }
  if (typeof plain === 'string') data.setData('text/plain', plain)
  const target =
    (where && document.querySelector(where)) || document.activeElement || document.documentElement
  const options = { bubbles: true, cancelable: true }
  const event =
    type === 'paste'
      ? // Firefox takes no clipboard from the options.
        Object.defineProperty(new ClipboardEvent(type, options), 'clipboardData', { value: data })
      : new DragEvent(type, { ...options, dataTransfer: data })
  // What the panel takes, the browser does not.
  return !target.dispatchEvent(event)
}

/**
 * Drags files over the panel, drops or pastes them, like the browser; pastes a text if there are no files. On `selector`, or on the focused
 * element.
 */
export const transferFiles = (
  panel: Panel,
  how: Transfer[0],
  files: readonly TransferFile[],
  { selector, text }: { readonly selector?: string; readonly text?: string } = {},
): Promise<boolean> =>
  panel.locator('html').evaluate(dispatchTransfer, [how, files, selector, text] as Transfer)
