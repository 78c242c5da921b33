import { effect, signal } from '@preact/signals'
import { type PanelTheme, themeStyle } from '../../frame'

const prefersDark = matchMedia('(prefers-color-scheme: dark)')

/** The editor's theme: initially the system's, then the chosen one. */
export const theme = signal<PanelTheme>(prefersDark.matches ? 'dark' : 'light')

/** Makes the page follow the theme. It uses the same colors that Figma provides for plugins. */
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
