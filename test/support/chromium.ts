export { launchChromium } from '../../host/browser/launch'
