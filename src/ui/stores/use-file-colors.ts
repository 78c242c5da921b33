import { useEffect } from 'preact/hooks'
import type { ColorsStore } from './colors'

/** Keeps the file's colors up to date while a component shows them. */
export function useFileColors(colors: ColorsStore, isShown = true): void {
  useEffect(() => (isShown ? colors.show() : undefined), [colors, isShown])
}
