import { canvas as en } from './en/canvas'

/** The sandbox's texts on the canvas, by key. */
export type CanvasLanguage = typeof en

/** The sandbox's texts in the current language. Separate from the panel's, because the sandbox needs only these. */
export const canvasStrings: CanvasLanguage = en
