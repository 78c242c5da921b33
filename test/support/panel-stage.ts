import { readFileSync } from 'node:fs'
import { panelFrame } from 'figma-host/frame'
import type { Browser, Page } from 'playwright-core'
import { type Channel, type Handlers, openChannel } from '../../src/protocol/channel'
import { FACTS } from '../../src/protocol/check'
import { codeContract, type Settings, uiContract } from '../../src/protocol/contract'
import { RequestFailure } from '../../src/protocol/fault'
import { PICTURES } from '../../src/samples/pictures'
import { openCode } from './code-stage'
import { openingOf } from './opening'
import { type Panel, panelIn } from './panel'
import { acquirePage } from './panel-page'
import { insertedOf, selectionOf } from './picture'

type MainThread = Channel<typeof codeContract, typeof uiContract>

export interface StageOptions {
  readonly theme?: 'light' | 'dark'
  /** Window of the panel, in px. */
  readonly width?: number
  readonly height?: number
  /** Without `seenVersion`, this version was open before, so there is no news. */
  readonly settings?: Partial<Settings>
  /** The stored jobs of the device. Passing it to a second stage simulates the next session. */
  readonly journal?: FakeJournal
  /** Folder of the built plugin. Default: `dist`. */
  readonly dist?: string
  /** Replaces single answers of the simulated sandbox. */
  readonly handlers?: Partial<Handlers<typeof codeContract>>
  /** Emulates the system setting for reduced motion. Default: true, because animations take time from the tests next to this one. */
  readonly reducedMotion?: boolean
  /** Holds back the panel's script until `start`, so that only the opening shell is shown. */
  readonly held?: boolean
  /** Whether the editor passes drops on to the plugin. Default: true. */
  readonly dropsArrive?: boolean
  /** On a page that is not reused, for a test that changes the page's clock. */
  readonly fresh?: boolean
}

/** The built panel in a real browser, in a frame with origin null and the manifest's policy, with a simulated sandbox. */
export interface Stage {
  readonly page: Page
  /** The panel's own document. */
  readonly panel: Panel
  readonly mainThread: MainThread
  /** Returns what the sandbox has stored. */
  readonly settings: () => Settings
  /** Every message that the panel posted, as JSON. */
  readonly posted: readonly string[]
  /** Everything that should not happen: console errors, violations of the policy, uncaught exceptions. */
  readonly faults: string[]
  setTheme(theme: 'light' | 'dark'): Promise<void>
  /** Sends the panel's script, or another one, if it was held back. */
  start(script?: string): void
  /** `isSpoilt`: the page may no longer respond, and must not be reused. */
  close(isSpoilt?: boolean): Promise<void>
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

const VERSION: string = JSON.parse(read('package.json')).version

/** The settings of a device that has never run the plugin. */
export const NO_SETTINGS: Settings = {
  apiKey: null,
  model: null,
  style: null,
  size: null,
  direct: null,
  count: null,
  atOnce: null,
  layers: null,
  background: null,
  holes: null,
  unify: null,
  insertAs: null,
  autoInsert: null,
  closeAfterInsert: null,
  keepCleaned: null,
  colors: null,
  mentionColors: null,
  chosenColors: null,
  seenVersion: null,
  space: null,
}

let source: Promise<string> | null = null

/** Returns the worker's script as the built sandbox code sends it. */
export function workerSource(): Promise<string> {
  source ??= openCode().then(async (code) => {
    const reply = await code.panel.request('vector.load', {})
    code.close()
    if (!reply.ok) throw new Error(reply.error.message)
    return reply.value.source
  })
  return source
}

/** Stored jobs: entries by kind, and the compressed picture. `bytes`: its reported size, if different. */
export type FakeJournal = Map<
  string,
  { entries: Map<string, string>; picture: Uint8Array | null; readonly bytes?: number }
>

/**
 * How long after its acceptance a job is stored by the panel's clock, in ms, which is advanced accordingly. The first poll is 1.5 s after
 * the acceptance, whatever the service, so tests only wait for the rest.
 */
const SLOW_WRITE = 1100

/** Handles the sandbox's requests about the journal in memory. `skipTo` advances the panel's clock to a time. */
function journalHandlers(journal: FakeJournal, skipTo: (time: number) => Promise<void>) {
  const recordOf = (job: string) => {
    const record = journal.get(job) ?? { entries: new Map<string, string>(), picture: null }
    journal.set(job, record)
    return record
  }
  return {
    'journal.load': ({ job }) => ({
      jobs: [...journal]
        .filter(([id]) => job === undefined || job === id)
        .map(([id, { entries, picture, bytes }]) => ({
          job: id,
          entries: [...entries].map(([kind, text]) => ({ kind, text })),
          pictureBytes: bytes ?? picture?.length ?? null,
          otherBytes: 0,
        })),
    }),
    'journal.put': async ({ job, kind, text }) => {
      recordOf(job).entries.set(kind, text)
      if (kind === 'accepted') await skipTo(JSON.parse(text).at + SLOW_WRITE)
      return {}
    },
    'journal.putPicture': ({ job, bytes }) => {
      recordOf(job).picture = bytes
      return {}
    },
    'journal.picture': ({ job }) => ({ bytes: journal.get(job)?.picture ?? null }),
    'journal.remove': ({ job }) => {
      journal.delete(job)
      return {}
    },
  } satisfies Partial<Handlers<typeof codeContract>>
}

/** Opens a stage. The caller must check at the end that `faults` is empty. */
export async function openStage(browser: Browser, options: StageOptions = {}): Promise<Stage> {
  const { theme = 'light', width = 360, height = 640 } = options
  const { page, show, post, release } = await acquirePage(browser, {
    ...{ theme, width, height },
    reducedMotion: options.reducedMotion ?? true,
    fresh: options.fresh ?? false,
  })
  const faults: string[] = []
  const posted: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`))

  let settings: Settings = { ...NO_SETTINGS, seenVersion: VERSION, ...options.settings }
  let listener: (message: unknown) => void = () => undefined
  /** Timers are not affected: delays of a test stay. */
  const skipTo = async (time: number) => {
    const panel = page.frames().find((frame) => frame.url().startsWith('data:'))
    // If the stage is closed in the meantime, it needs no clock.
    const skip = `Date.now = ((now, ms) => () => now() + ms)(Date.now, Math.max(0, ${time} - Date.now()))`
    await panel?.evaluate(skip).catch(() => undefined)
  }
  const { html, script, styles } = await openingOf(settings.apiKey !== null, options.dist)
  let start: (script?: string) => void = () => undefined
  const source = new Promise<{ source: string; styles: string }>((resolve) => {
    start = (other = script) => resolve({ source: other, styles })
  })
  if (!options.held) start()
  let isLive: () => void = () => undefined
  const live = new Promise<void>((resolve) => {
    isLive = resolve
  })
  const mainThread = openChannel({
    transport: {
      send: (pluginMessage) => void post({ pluginMessage }).catch(() => undefined),
      listen(to) {
        listener = to
        return () => undefined
      },
    },
    timers: {
      set: (callback, delay) => setTimeout(callback, delay),
      clear: (handle) => clearTimeout(handle as NodeJS.Timeout),
    },
    mine: codeContract,
    handlers: {
      'panel.load': () => source,
      'settings.load': () => settings,
      'settings.save': (changes) => {
        settings = { ...settings, ...changes } as Settings
        return settings
      },
      'vector.load': async () => ({ source: await workerSource() }),
      'picture.insert': ({ pictures }) => ({ pictures: pictures.flatMap(() => insertedOf(12).pictures) }),
      'samples.load': () => ({ pictures: PICTURES }),
      'picture.stop': () => ({}),
      'canvas.show': ({ nodeIds }) => ({ existing: nodeIds }),
      'cleanUp.read': () => ({ layers: [], more: 0 }),
      'cleanUp.export': () => {
        throw new RequestFailure('not-exported', 'no layer')
      },
      'cleanUp.replace': () => {
        throw new RequestFailure('not-replaced', 'no layer')
      },
      'cleanUp.end': () => ({}),
      'canvas.undo': () => ({ done: true }),
      'colors.read': () => ({ colors: [], hasVariables: true, hasStyles: true, canCreateVariables: true }),
      'canvas.palette': () => ({
        colors: [],
        mixes: [],
        layers: 0,
        locked: 0,
        mixed: 0,
        skipped: 0,
        isPartial: false,
      }),
      'canvas.recolor': () => ({
        ...{ layers: 0, locked: 0, mixed: 0, skipped: 0, isPartial: false },
        binding: { bound: 0, of: 0, failed: [] },
      }),
      'palette.insert': () => ({ nodeId: '1:3' }),
      'palette.variables': ({ name, entries }) => ({ collection: name, variables: entries.length }),
      'selection.read': () => selectionOf(),
      'run.read': () => ({ command: 'open' as const, parameters: null, recipe: null }),
      'run.end': () => ({}),
      'check.run': ({ group }) => ({
        findings: FACTS[group].map((id) => ({ id, verdict: 'good' as const, found: '' })),
      }),
      'check.stop': () => ({}),
      'check.known': () => ({ facts: [] }),
      'panel.show': () => ({}),
      toast: () => ({}),
      ...journalHandlers(options.journal ?? new Map(), skipTo),
      ...options.handlers,
    },
    theirs: uiContract,
    timeout: 10_000,
    onFault: (description) => faults.push(`main thread: ${description}`),
  })

  const manifest: unknown = JSON.parse(read('manifest.json'))
  await show(panelFrame({ html, manifest, theme }), (message) => {
    if (message.panelFault) faults.push(`${message.panelFault.kind}: ${message.panelFault.text}`)
    // Like the editor for the drop of the check.
    if (options.dropsArrive !== false && JSON.stringify(message.pluginDrop)?.includes('inkwrightCheck'))
      mainThread.emit('check.dropped', {})
    if ('pluginMessage' in message) {
      posted.push(JSON.stringify(message.pluginMessage))
      // The page asks for the script; all later messages are from the script.
      if (posted.length > 1) isLive()
      listener(message.pluginMessage)
    }
  })
  const panel = await panelIn(page)
  if (!options.held) await live

  return {
    page,
    panel,
    mainThread,
    settings: () => settings,
    posted,
    faults,
    setTheme: (to) => post({ panelTheme: to }),
    start,
    close: release,
  }
}
