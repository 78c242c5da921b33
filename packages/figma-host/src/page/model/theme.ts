import { effect, signal } from '@preact/signals'
import { type PanelTheme, themeStyle } from '../../frame'

const prefersDark = matchMedia('(prefers-color-scheme: dark)')

/** The editor's theme: at first the system's, then whatever was chosen. */
export const theme = signal<PanelTheme>(prefersDark.matches ? 'dark' : 'light')

/** Lets the page follow the theme: it is drawn in the very colors that Figma gives to its plugins. */
export function applyTheme(): void {
  const style = document.createElement('style')
  document.head.append(style)
  effect(() => {
    style.textContent = themeStyle(theme.value)
    document.documentElement.dataset.theme = theme.value
  })
}

/** Switches between light and dark. */
export function toggleTheme(): void {
  theme.value = theme.value === 'light' ? 'dark' : 'light'
}
