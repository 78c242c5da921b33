import { ensureChromium } from 'figma-host/browser'

/** Fetches a Chromium once, before the workers start, where there is none. */
export default function setup(): void {
  ensureChromium()
}
