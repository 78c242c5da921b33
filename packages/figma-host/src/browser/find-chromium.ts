import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from 'playwright-core'

/**
 * Commands on the PATH: first the headless shells, which have the same engine without a browser's windows and open a page in a third of the
 * time; then Chrome, Chromium, and Edge.
 */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell']
const COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]

/** Installation paths on macOS and Windows. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * Returns the path of a Chromium: `CHROME_PATH`, or else a headless shell, or else an installed Chrome, Chromium, or Edge, or else
 * Playwright's own. Null if there is none. Does not install anything.
 */
function findChromium(): string | null {
  const wished = process.env.CHROME_PATH
  if (wished) {
    if (!executable(wished)) throw new Error(`CHROME_PATH names ${wished}, which cannot be run.`)
    return wished
  }
  const onPath = (names: readonly string[]) =>
    (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  const browsers = [...onPath(COMMANDS), ...PLACES, chromium.executablePath()]
  return [...onPath(SHELLS), ...playwrightShells(), ...browsers].find(executable) ?? null
}

/**
 * Returns the path of a Chromium and downloads one if there is none: Playwright's own, or else Debian's package. Throws an Error that says
 * what was tried.
 */
export function ensureChromium(): string {
  const found = findChromium()
  if (found) return found
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  process.stderr.write('No Chrome, Chromium or Edge found: fetching a Chromium …\n')
  run(process.execPath, [cli, 'install', '--only-shell', 'chromium'])
  const fetched = findChromium()
  if (fetched) return fetched
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  for (const step of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell'],
  ]) {
    const [command = '', ...rest] = [...asRoot, 'apt-get', ...step]
    run(command, rest)
  }
  const installed = findChromium()
  if (installed) return installed
  throw new Error(
    'No Chromium: none is installed, and neither Playwright nor apt-get could fetch one. Install Chrome, or set CHROME_PATH.',
  )
}

/** Returns the paths at which Playwright installs the headless shell: next to the full browser, in another folder. */
function playwrightShells(): string[] {
  const shell = chromium.executablePath().replace(/chromium-(\d+)(.*)$/, 'chromium_headless_shell-$1$2')
  return ['chrome-linux$1/headless_shell', 'chrome-headless-shell-linux64/chrome-headless-shell'].map(
    (place) => shell.replace(/chrome-linux(64)?\/chrome$/, place),
  )
}

function run(command: string, args: readonly string[]): void {
  // Output goes to stderr, and only if it fails, so that a successful run stays quiet.
  const { status, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0)
    process.stderr.write(`${command} ${args.join(' ')} failed.\n${(stderr ?? '').slice(-800)}\n`)
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
