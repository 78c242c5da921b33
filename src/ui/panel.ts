import { computed, effect, signal } from '@preact/signals'
import { createSegmindClient, endpointsOf } from '../segmind/client'
import type { Clock, Fetch } from '../segmind/http'
import { isSendable, modelField } from '../segmind/request'
import { strings } from '../strings'
import { createAnnounce, createAnnouncer } from './announcer'
import { createCheckStore } from './check/check-store'
import { orderPicture } from './check/order-picture'
import { withCanvasImages } from './platform/canvas-images'
import { sandboxStorage } from './platform/job-storage'
import { watchOffline } from './platform/offline'
import { createPreparer } from './platform/preparer'
import { sandboxSamples } from './platform/samples'
import type { Sandbox } from './platform/sandbox'
import type { SvgSource } from './platform/svg-files'
import { openRunner } from './platform/vector-runner'
import { cleanUpQuickly } from './quick-clean-up'
import { runQuickly } from './quick-run'
import { createReports } from './reports'
import { createSampler } from './samples/sampler'
import { createAccountStore } from './stores/account'
import { createCanvasStore } from './stores/canvas'
import { createCleanUpStore } from './stores/clean-up'
import { createColorsStore } from './stores/colors'
import { createGenerationStore } from './stores/generation'
import { createHistoryStore } from './stores/history'
import { createInsertPlanStore } from './stores/insert-plan'
import { createJobsStore } from './stores/jobs'
import { createNews, type NewsSection } from './stores/news'
import { createOwnFiles } from './stores/own-files'
import { createPalettes } from './stores/palettes'
import { createPicks } from './stores/picks'
import { createPicturesStore } from './stores/pictures'
import { createSamplesStore } from './stores/samples'
import { createSettingsStore } from './stores/settings'
import { createSizeChoice } from './stores/size-choice'
import { createStatus } from './stores/status'
import { createTileViews } from './stores/tile-views'
import { until } from './stores/until'

export type TabId = 'create' | 'history' | 'settings'

/** What is shown until the settings are loaded. */
export type InitialView = 'create' | 'first-run'

export interface PanelOptions {
  readonly sandbox: Sandbox
  readonly fetch: Fetch
  readonly clock: Clock
  /** Address of the relay that the panel was built with, if any. Its path is a secret. */
  readonly relay: string | null
  readonly version: string
  /** The changes in this version. */
  readonly news: readonly NewsSection[]
  /** Address of the issue tracker; null if there is none. */
  readonly repository: string | null
  /** What the opening shell shows; null if there is none. */
  readonly opens: InitialView | null
}

export type Panel = ReturnType<typeof createPanel>

/** Maximum number of colors mentioned in a prompt. Models do not follow more. */
const MAX_MENTIONED = 5

/** The state of the panel: its stores, the open tab, and the status region. */
export function createPanel(options: PanelOptions) {
  const { sandbox, fetch, clock, version, repository, opens } = options
  const endpoints = endpointsOf(options.relay)
  const { relay } = endpoints
  const clientFor = (apiKey: string) => createSegmindClient({ fetch, clock, endpoints, apiKey })
  const settings = createSettingsStore(sandbox)
  const account = createAccountStore(clientFor, () => settings.apiKey.value)
  const sampling = signal(false)
  const samplesOf = sandboxSamples(sandbox)
  const sampler = createSampler(samplesOf)
  const jobs = createJobsStore({
    storage: sandboxStorage(sandbox),
    clock,
    client: () => (settings.apiKey.value === null ? null : clientFor(settings.apiKey.value)),
    sampleFor: sampler.sampleFor,
    preferences: () => ({
      via: sampling.value ? 'sample' : settings.paidMode.value,
      atOnce: settings.atOnce.value,
    }),
    space: () => settings.space.value,
  })
  const preparer = withCanvasImages(
    createPreparer(async () => {
      const reply = await sandbox.request('vector.load', {})
      return reply.ok ? openRunner(reply.value.source) : null
    }),
  )
  const pictures = createPicturesStore({ jobs, settings, preparer })
  const colors = createColorsStore({ sandbox, pictures, settings })
  const choices = () => ({ layerOptions: settings.layerOptions.peek(), planOf: colors.planner() })
  const views = createTileViews(jobs)
  const { opened, isAwaited } = views
  const picks = createPicks()
  const canvas = createCanvasStore({ sandbox, jobs, settings, pictures, picks, choices, isAwaited })
  const size = createSizeChoice({ settings, selection: canvas.selection })
  /** The colors that the prompt mentions. */
  const mentioned = computed(() =>
    settings.mentionColors.value && colors.mode.value !== 'keep'
      ? [...new Set(colors.offered.value.map(({ hex }) => hex))].slice(0, MAX_MENTIONED)
      : [],
  )
  const cleanUp = createCleanUpStore({
    ...{ sandbox, preparer, settings },
    async keep(title, picture) {
      await until(() => jobs.journal.value !== 'closed')
      const { ids, done } = jobs.addFiles([{ title, read: async () => picture }])
      // It is on the canvas already: Create does not offer it, and nothing inserts it.
      for (const id of ids) views.hide(id)
      await done
    },
  })
  const isOffline = watchOffline()
  const generation = createGenerationStore({
    ...{ settings, jobs, balance: account.balance, sampling, size, mentioned, isOffline, clock },
    nextSample: sampler.nextPrompt,
  })
  const inserting = createInsertPlanStore(canvas.selection)
  const tab = signal<TabId>('create')
  const isRecoloring = signal(false)
  /** Whether Create shows how to start instead of the form. */
  const isFirstRun = computed(() =>
    settings.status.value === 'loading'
      ? opens === 'first-run'
      : settings.apiKey.value === null && !sampling.value,
  )
  const { status, announce } = createStatus(clock)
  /** Announces a text, and shows it on the canvas. */
  const notify = (text: string, isError: boolean) => {
    announce(text)
    void sandbox.request('toast', { text, isError, stays: false })
  }
  const files = createOwnFiles({ jobs, pictures, announce })
  const history = createHistoryStore({ jobs, pictures, clock, announce })
  const check = createCheckStore({
    ...{ sandbox, clock, announce },
    network: () => ({
      ...{ fetch, clock, endpoints, model: settings.model.peek() },
      client: settings.apiKey.peek() === null ? null : clientFor(settings.apiKey.peek() ?? ''),
    }),
    drawPicture: () => orderPicture({ jobs, settings, clock }),
    onSpace: settings.chooseSpace,
  })
  const news = createNews({ settings, version, sections: options.news })
  const say = createAnnounce(announce)
  createAnnouncer({ settings, jobs, generation, pictures, canvas, say })
  const reports = createReports({
    ...{ sandbox, clock, say, settings, jobs, version, relay },
    ...{ selection: canvas.selection, checked: check.lines },
  })

  // Refresh the balance when the key changes, and when a job may have been charged.
  effect(() => {
    // Read to subscribe to it.
    void settings.apiKey.value
    void account.refresh()
  })
  jobs.onSettled((settled) => {
    if (settled.some(({ isOwn }) => !isOwn)) void account.refresh()
  })

  return {
    settings,
    jobs,
    generation,
    size,
    mentioned,
    pictures,
    picks,
    canvas,
    colors,
    history,
    check,
    files,
    news,
    ...views,
    inserting,
    isOffline,
    sampling,
    samples: createSamplesStore(samplesOf),
    palettes: createPalettes({ sandbox, announce, notify }),
    isRecoloring,
    cleanUp,
    isFirstRun,
    sandbox,
    account,
    clock,
    relay,
    version,
    repository,
    opens,
    ...reports,
    tab,
    status,
    announce,
    notify,
    say,
    /** Switches from samples to paid images, and resumes jobs that waited for a key. */
    onKeySaved(): void {
      sampling.value = false
      jobs.resumeAll()
    },
    /** Starts a sample. From now on the form makes samples, until there is a key. */
    async trySample(prompt: string): Promise<void> {
      sampling.value = true
      // A click may come before the stored jobs have been read.
      await until(() => jobs.journal.value === 'open')
      const { model, style, size } = settings
      const request = { prompt, style: style.value, size: size.value, ...modelField(model.value) }
      if (isSendable(request)) await jobs.start(request, 1, 'sample')
    },
    /** Adds the user's SVG files or SVG code, shows them in Create, and selects those that are usable. */
    async addFiles(sources: readonly SvgSource[]): Promise<void> {
      if (sources.length === 0) return
      await until(() => settings.status.value === 'ready' && jobs.journal.value !== 'closed')
      opened.value = null
      isRecoloring.value = false
      tab.value = 'create'
      const { create } = views.selections
      const before = create.ids.peek()
      const { ids, done } = files.addFiles(sources)
      await done
      const ready = ids.filter((id) => pictures.all.peek().some((job) => job.id === id))
      // Unless the user has changed the selection in the meantime.
      const isUntouched = create.ids.peek() === before || create.ids.peek().every((id) => ready.includes(id))
      if (ready.length > 0 && isUntouched) create.selectAll(ready)
    },
    /** Sends the form. */
    generate(): void {
      views.deselectInserted()
      void generation.generate()
    },
    /** Ends the samples, and shows the key field. */
    addKey(): void {
      sampling.value = false
      tab.value = 'create'
    },
    show(id: TabId): void {
      opened.value = null
      tab.value = id
    },
    /** Reads settings and journal, resumes open jobs, and runs the command that the plugin was started with. */
    async open(): Promise<void> {
      void canvas.open()
      const [reply] = await Promise.all([sandbox.request('run.read', {}), settings.load()])
      if (settings.status.value === 'ready') {
        // A quick action hides the panel, so the news would go unseen.
        if (reply.ok && !reply.value.parameters && reply.value.command !== 'clean-up-now') news.check()
        // Open jobs cannot be polled without the key.
        await jobs.open()
      }
      if (!reply.ok) return
      const { parameters, recipe, command } = reply.value
      if (command === 'clean-up-now') return cleanUpQuickly(sandbox, cleanUp)
      if (command === 'clean-up') cleanUp.open()
      if (parameters) return runQuickly({ sandbox, settings, jobs, generation, canvas, clock, parameters })
      if (recipe && recipe.origin === undefined && (command === 'edit' || command === 'variation')) {
        generation.reuse(recipe)
        inserting.source.value = canvas.selection.peek().layer?.id ?? null
        if (command === 'variation') announce(strings.generate.variation)
      }
      if (command === 'recolour') isRecoloring.value = true
    },
  }
}
