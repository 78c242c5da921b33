import { ensureChromium } from '../../host/browser/find-chromium'

/** Fetches a Chromium once, before the workers start, where there is none. */
export default function setup(): void {
  ensureChromium()
}
