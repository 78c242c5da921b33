import { themeColors } from './theme-colors'

/** The themes of Figma's editor. */
export type PanelTheme = 'light' | 'dark'

/**
 * Returns the text of the `<style id="figma-style">` that Figma adds to a panel opened with `themeColors: true`.
 * Source: https://developers.figma.com/docs/plugins/css-variables.
 */
export function themeStyle(theme: PanelTheme): string {
  const lines = themeColors.map(([name, light, dark]) => {
    return `  --figma-color-${name}: ${theme === 'light' ? light : dark};`
  })
  return `:root {\n${lines.join('\n')}\n}`
}
