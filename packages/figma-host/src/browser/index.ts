export { ensureChromium } from './find-chromium'
export { type LaunchOptions, launchChromium } from './launch'
export { capture, renderSvgs, type Size } from './render-svgs'
