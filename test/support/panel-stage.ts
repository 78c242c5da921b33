import { readFileSync } from 'node:fs'
import { panelFrame } from 'figma-host/frame'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { type Channel, type Handlers, openChannel } from '../../src/protocol/channel'
import { FACTS } from '../../src/protocol/check'
import { codeContract, type Settings, uiContract } from '../../src/protocol/contract'
import { RequestFailure } from '../../src/protocol/fault'
import { PICTURES } from '../../src/samples/pictures'
import { openCode } from './code-stage'
import { openingOf } from './opening'
import { lendPage } from './panel-page'
import { insertedOf, selectionOf } from './picture'

type MainThread = Channel<typeof codeContract, typeof uiContract>

export interface StageOptions {
  readonly theme?: 'light' | 'dark'
  /** Window of the panel, in px. */
  readonly width?: number
  readonly height?: number
  /** Without `seenVersion`, this version was open before: there are no news. */
  readonly settings?: Partial<Settings>
  /** What the device has stored of jobs: given to a second stage, it plays the next visit. */
  readonly journal?: FakeJournal
  /** Folder of the built plugin; `dist` when left out. */
  readonly dist?: string
  /** Replaces single answers of the scripted main thread. */
  readonly handlers?: Partial<Handlers<typeof codeContract>>
  /** Emulates a system setting for reduced motion. */
  readonly reducedMotion?: boolean
  /** Holds the panel's script back until `start`: what is in the page is all there is. */
  readonly held?: boolean
  /** Whether the editor passes drops on to the plugin; true when left out. */
  readonly dropsArrive?: boolean
  /** On a page that is used for nothing else: for a test that changes the page's clock. */
  readonly fresh?: boolean
}

/** The built panel in a real browser, in a null-origin frame under the manifest's policy, against a scripted main thread. */
export interface Stage {
  readonly page: Page
  /** The panel's own document. */
  readonly panel: FrameLocator
  readonly mainThread: MainThread
  /** What the main thread has stored. */
  readonly settings: () => Settings
  /** Every message that the panel posted, as JSON. */
  readonly posted: readonly string[]
  /** Everything that should not have happened: console errors, violations of the policy, uncaught exceptions. */
  readonly faults: string[]
  setTheme(theme: 'light' | 'dark'): Promise<void>
  /** Hands the panel's script over, or another, where it was held back. */
  start(script?: string): void
  /** `isSpoilt`: nothing more can be expected of the page, and no other test shall have it. */
  close(isSpoilt?: boolean): Promise<void>
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

const VERSION: string = JSON.parse(read('package.json')).version

/** What a device that never saw the plugin remembers. */
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
}

let source: Promise<string> | null = null

/** The worker's script as the built sandbox half hands it over. */
export function workerSource(): Promise<string> {
  source ??= openCode().then(async (code) => {
    const reply = await code.panel.request('vector.load', {})
    code.close()
    if (!reply.ok) throw new Error(reply.error.message)
    return reply.value.source
  })
  return source
}

/** Stored jobs: entries by kind, and the compressed picture; `bytes` is what that is said to take, where it is to be another number. */
export type FakeJournal = Map<
  string,
  { entries: Map<string, string>; picture: Uint8Array | null; readonly bytes?: number }
>

/**
 * How much later it is on the panel's clock once an accepted job is written down, in ms. The first question about a job
 * comes 1.5 s after that, whatever the service: the rest of it is all that a test has to wait.
 */
const SLOW_WRITE = 1250

/** The sandbox's answers about the journal, kept in memory. `skip` puts the panel's clock forward. */
function journalHandlers(journal: FakeJournal, skip: (ms: number) => Promise<void>) {
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
      if (kind === 'accepted') await skip(SLOW_WRITE)
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

/** Opens a stage. The caller looks at `faults` in the end: none may be there. */
export async function openStage(browser: Browser, options: StageOptions = {}): Promise<Stage> {
  const { theme = 'light', width = 360, height = 640 } = options
  const { page, show, post, giveBack } = await lendPage(browser, {
    ...{ theme, width, height },
    reducedMotion: options.reducedMotion ?? false,
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
  /** Timers are left alone: what is to take long in a test still does. */
  const skip = async (ms: number) => {
    const panel = page.frames().find((frame) => frame.url().startsWith('data:'))
    // Whoever closes the stage meanwhile needs no clock.
    await panel?.evaluate(`Date.now = ((now) => () => now() + ${ms})(Date.now)`).catch(() => undefined)
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
      ...journalHandlers(options.journal ?? new Map(), skip),
      ...options.handlers,
    },
    theirs: uiContract,
    timeout: 10_000,
    onFault: (description) => faults.push(`main thread: ${description}`),
  })

  const manifest: unknown = JSON.parse(read('manifest.json'))
  await show(panelFrame({ html, manifest, theme }), (message) => {
    if (message.panelFault) faults.push(`${message.panelFault.kind}: ${message.panelFault.text}`)
    // What the editor does with a drop that is only tried.
    if (options.dropsArrive !== false && JSON.stringify(message.pluginDrop)?.includes('inkwrightCheck'))
      mainThread.emit('check.dropped', {})
    if ('pluginMessage' in message) {
      posted.push(JSON.stringify(message.pluginMessage))
      // The page asks for the script; whatever comes next is the script's.
      if (posted.length > 1) isLive()
      listener(message.pluginMessage)
    }
  })
  const panel = page.frameLocator('iframe').frameLocator('iframe')
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
    close: giveBack,
  }
}
