import { ensureChromium } from 'figma-host/browser'

/** Fetches a Chromium once, before the workers start, where there is none. */
export default function setup(): void {
  try {
    ensureChromium()
  } catch (cause) {
    const todo = 'Install Chrome, Chromium or Edge, or set CHROME_PATH to one, and run the tests again.'
    throw new Error(`The tests need a browser, and none could be fetched. ${todo}`, { cause })
  }
}
