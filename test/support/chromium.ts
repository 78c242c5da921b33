export { type LaunchOptions, launchChromium } from '../../host/browser/launch'
