import { type Browser, chromium } from 'playwright-core'
import { ensureChromium } from './find-chromium'

/** Nothing that calls home, and no sandbox of its own: it must run as root in a container, too. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A caret, a font hint or a scrollbar must not differ from one machine to the next.
  '--font-render-hinting=none',
  '--hide-scrollbars',
]

/**
 * What Chromium leaves out: the pages behind the address bar of its newer versions, two to a window, which nobody sees and which
 * took a second of the processor for each window. The last such list on a command line is the only one that counts,
 * so Playwright's own (1.65) is repeated.
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
  /** Ports on 127.0.0.1 that stand in for host names, over TLS with any certificate. */
  readonly standIns?: Readonly<Record<string, number>>
  /** Draws all frames of a page in one process: those in another one ignore the page's scale, and are blurred on an enlarged page. */
  readonly inOneProcess?: boolean
}

/**
 * Starts a headless Chromium. With `standIns`, requests to those hosts go to this machine inside the browser's own
 * network stack, so that the panel's real addresses, its Content-Security-Policy and CORS are all in force.
 */
export function launchChromium({
  standIns = {},
  inOneProcess = false,
}: LaunchOptions = {}): Promise<Browser> {
  const rules = Object.entries(standIns).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`)
  // Every other name resolves to nothing: no test can reach the outside by a slip.
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
