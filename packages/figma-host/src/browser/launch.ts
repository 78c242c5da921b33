import { type Browser, chromium } from 'playwright-core'
import { ensureChromium } from './find-chromium'

/** No background network requests, and no browser sandbox, because it must also run as root in a container. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The languages, font hinting, and scrollbars must not differ between machines, nor between the headless shell and the whole browser.
  '--accept-lang=en-US,en',
  '--font-render-hinting=none',
  '--hide-scrollbars',
]

/**
 * Disabled features: newer versions open two hidden pages for the address bar with each window, which takes a second of CPU time each. Only
 * the last such list on a command line counts, so this repeats the one of Playwright 1.65.
 */
const WITHOUT = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  ...['AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync'],
  ...['DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'LensOverlay'],
  ...['MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding', 'PreconnectToSearch'],
  ...['TcpPortRandomizationWin', 'ThirdPartyStoragePartitioning'],
  ...['msEdgeUpdateLaunchServicesPreferredVersion', 'msForceBrowserSignIn'],
]

export interface LaunchOptions {
  /** Ports on 127.0.0.1 that replace hosts, over TLS with any certificate. */
  readonly standIns?: Readonly<Record<string, number>>
  /** Renders all frames of a page in one process. Frames in other processes ignore the page's scale and are blurred when it is enlarged. */
  readonly inOneProcess?: boolean
}

/**
 * Starts a headless Chromium. With `standIns`, the browser's network stack redirects requests for those hosts to this machine, so that the
 * panel's real addresses, its Content-Security-Policy, and CORS apply.
 */
export function launchChromium({
  standIns = {},
  inOneProcess = false,
}: LaunchOptions = {}): Promise<Browser> {
  const rules = Object.entries(standIns).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`)
  // All other names resolve to nothing, so that no test can reach the internet by accident.
  const resolver = [...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'].join(', ')
  return chromium.launch({
    executablePath: ensureChromium(),
    headless: true,
    args: [
      ...FLAGS,
      `--disable-features=${[...WITHOUT, ...(inOneProcess ? ['IsolateSandboxedIframes'] : [])].join(',')}`,
      `--host-resolver-rules=${resolver}`,
      ...(inOneProcess ? ['--disable-site-isolation-trials'] : []),
      ...(rules.length ? ['--ignore-certificate-errors'] : []),
    ],
  })
}
