export { launchChromium } from 'figma-host/browser'
