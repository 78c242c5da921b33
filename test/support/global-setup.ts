import { ensureChromium } from 'figma-host/browser'
import { refreshHostPage } from './host-page'

/** Runs once before the workers start: downloads a Chromium if there is none, and builds the host page. */
export default async function setup(): Promise<void> {
  try {
    ensureChromium()
  } catch (cause) {
    const todo = 'Install Chrome, Chromium or Edge, or set CHROME_PATH to one, and run the tests again.'
    throw new Error(`The tests need a browser, and none could be fetched. ${todo}`, { cause })
  }
  await refreshHostPage()
}
