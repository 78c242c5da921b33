import { computed, type Signal, signal } from '@preact/signals'
import { COLOR_MODES, type ColorMode } from '../../colors/match'
import { SPACE } from '../../jobs/eviction'
import type { Settings } from '../../protocol/contract'
import type { FaultCode } from '../../protocol/fault'
import type { Model } from '../../segmind/models'
import {
  closestSize,
  DEFAULT_MODEL,
  hasSize,
  hasStyle,
  OFFERED,
  storedDimensions,
} from '../../segmind/request'
import {
  BACKGROUND_MODES,
  DEFAULT_UNIFY,
  INSERT_AS,
  type InsertAs,
  LAYER_MODES,
  type LayerOptions,
  UNIFY_STEPS,
} from '../layer-options'
import type { Sandbox } from '../platform/sandbox'

export type SettingsStore = ReturnType<typeof createSettingsStore>

/** Choices for the number of images per click. */
export const COUNTS = [1, 2, 3, 4] as const

/** Default for the number of jobs that run at the same time. */
const DEFAULT_CONCURRENCY = 2

/** The key and the settings, stored by the sandbox. */
export function createSettingsStore(sandbox: Sandbox) {
  const status = signal<'loading' | 'ready' | FaultCode>('loading')
  const apiKey = signal<string | null>(null)
  const model = signal(DEFAULT_MODEL)
  const style = signal(DEFAULT_MODEL.styles[0].id)
  const size = signal<string>(DEFAULT_MODEL.sizes[0].id)
  const direct = signal(false)
  const count = signal(1)
  const atOnce = signal(DEFAULT_CONCURRENCY)
  const insertAs = signal<InsertAs>('frame')
  const autoInsert = signal(false)
  const closeAfterInsert = signal(false)
  const keepCleaned = signal(false)
  const colorMode = signal<ColorMode>('keep')
  const mentionColors = signal(false)
  const chosenColors = signal<string[] | null>(null)
  const seenVersion = signal<string | null>(null)
  const space = signal(SPACE)
  const layerOptions = signal<LayerOptions>({
    layers: 'merged',
    background: 'keep',
    holes: 'keep',
    unify: DEFAULT_UNIFY,
  })

  const take = (settings: Settings) => {
    apiKey.value = settings.apiKey
    // Values that are no longer offered fall back to the default.
    model.value = OFFERED.find(({ id }) => id === settings.model) ?? DEFAULT_MODEL
    style.value = settings.style ?? style.value
    size.value = settings.size ?? size.value
    fitModel()
    direct.value = settings.direct ?? false
    count.value = settings.count ?? 1
    atOnce.value = settings.atOnce ?? DEFAULT_CONCURRENCY
    insertAs.value = INSERT_AS.find((as) => as === settings.insertAs) ?? 'frame'
    autoInsert.value = settings.autoInsert ?? false
    closeAfterInsert.value = settings.closeAfterInsert ?? false
    keepCleaned.value = settings.keepCleaned ?? false
    colorMode.value = COLOR_MODES.find((mode) => mode === settings.colors) ?? 'keep'
    mentionColors.value = settings.mentionColors ?? false
    chosenColors.value = settings.chosenColors
    seenVersion.value = settings.seenVersion
    space.value = settings.space ?? SPACE
    layerOptions.value = {
      layers: LAYER_MODES.find((mode) => mode === settings.layers) ?? 'merged',
      background: BACKGROUND_MODES.find((mode) => mode === settings.background) ?? 'keep',
      holes: settings.holes === 'cut' ? 'cut' : 'keep',
      unify: UNIFY_STEPS.find((step) => step === settings.unify) ?? DEFAULT_UNIFY,
    }
  }

  /** Changes style and size to ones that the model offers, if needed: the size to the closest proportion. */
  function fitModel(): void {
    const { styles, sizes } = model.value
    if (!hasStyle(model.value, style.value)) style.value = styles[0].id
    if (hasSize(model.value, size.value)) return
    const box = storedDimensions(size.value)
    size.value = (box && closestSize(model.value, box)) ?? sizes[0].id
  }

  const save = async (changes: Partial<Settings>): Promise<FaultCode | null> => {
    const reply = await sandbox.request('settings.save', changes)
    return reply.ok ? null : reply.error.code
  }

  /** Returns a setter that also stores the choice. A choice that cannot be stored still applies, so no error is shown. */
  const chooser =
    <Choice extends Settings[keyof Settings]>(key: keyof Settings, target: Signal<Choice>) =>
    (choice: Choice): void => {
      target.value = choice
      void save({ [key]: choice })
    }

  return {
    status,
    apiKey,
    /** The model of the next pictures, and the ids of their style and size. */
    model,
    style,
    size,
    direct,
    /** How paid requests are sent. */
    paidMode: computed(() => (direct.value ? 'direct' : 'queue')),
    count,
    atOnce,
    /** How pictures become layers. */
    layerOptions,
    insertAs,
    autoInsert,
    closeAfterInsert,
    /** Whether selected layers that are cleaned up are added to History. */
    keepCleaned,
    /** How the colors of all images are matched. */
    colorMode,
    /** Whether the prompt mentions the file's colors. */
    mentionColors,
    /** Ids of the only colors of the file that may be used; null if all may. */
    chosenColors,
    /** The version that was last open; null on the first run, and after version 0.1. */
    seenVersion,
    /** What the device stores, in bytes, as far as *Check this installation* has found out. */
    space,
    async load(): Promise<void> {
      status.value = 'loading'
      const reply = await sandbox.request('settings.load', {})
      if (reply.ok) take(reply.value)
      status.value = reply.ok ? 'ready' : reply.error.code
    },
    /** Saves the key, or removes it if null. Returns null on success; on failure, the old key stays. */
    async saveKey(key: string | null): Promise<FaultCode | null> {
      const fault = await save({ apiKey: key })
      if (!fault) apiKey.value = key
      return fault
    },
    /** Keeps style and size if the model offers them. */
    chooseModel(choice: Model): void {
      if (choice === model.value) return
      model.value = choice
      fitModel()
      void save({ model: choice.id, style: style.value, size: size.value })
    },
    chooseStyle: chooser('style', style),
    chooseSize: chooser('size', size),
    chooseDirect: chooser('direct', direct),
    chooseInsertAs: chooser('insertAs', insertAs),
    chooseAutoInsert: chooser('autoInsert', autoInsert),
    chooseCloseAfterInsert: chooser('closeAfterInsert', closeAfterInsert),
    chooseKeepCleaned: chooser('keepCleaned', keepCleaned),
    chooseColorMode: chooser('colors', colorMode),
    chooseMentionColors: chooser('mentionColors', mentionColors),
    chooseChosenColors: chooser('chosenColors', chosenColors),
    chooseSeenVersion: chooser('seenVersion', seenVersion),
    chooseSpace: chooser('space', space),
    chooseCount: chooser('count', count),
    chooseAtOnce: chooser('atOnce', atOnce),
    chooseLayerOptions(choice: Partial<LayerOptions>): void {
      layerOptions.value = { ...layerOptions.value, ...choice }
      void save(choice)
    },
  }
}
