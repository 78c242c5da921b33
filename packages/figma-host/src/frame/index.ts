export { contentSecurityPolicy } from './content-security-policy'
export type { FromPanel, ToPanel } from './messages'
export { type PanelFrameOptions, panelFrame } from './panel-frame'
export { type PanelTheme, themeStyle } from './theme'
