import { canvas as en } from './en/canvas'

/** What the sandbox says on the canvas, by key. */
export type CanvasLanguage = typeof en

/** What the sandbox says on the canvas, in the language that is set. Apart from the panel's: the sandbox needs no more. */
export const canvasStrings: CanvasLanguage = en
