import { useEffect } from 'preact/hooks'
import type { ColoursStore } from '../stores/colours'

/** Keeps the file's colours up to date while a component shows them, or works with them. */
export function useFileColors(colours: ColoursStore, isShown = true): void {
  useEffect(() => (isShown ? colours.show() : undefined), [colours, isShown])
}
