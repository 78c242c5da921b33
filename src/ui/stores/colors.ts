import { computed, effect, signal } from '@preact/signals'
import type { Hex } from '../../colors/hex'
import { type Match, match, type UsedColor } from '../../colors/match'
import { type Overrides, type Plan, plan, type Target } from '../../colors/plan'
import type { Job } from '../../jobs/job'
import type { FileColors } from '../../protocol/colors'
import type { Sandbox } from '../platform/sandbox'
import type { PicturesStore } from './pictures'
import type { SettingsStore } from './settings'

interface ColorsOptions {
  readonly sandbox: Sandbox
  readonly pictures: Pick<PicturesStore, 'shown' | 'preparationOf' | 'applyColors'>
  readonly settings: Pick<
    SettingsStore,
    'colorMode' | 'chooseColorMode' | 'chosenColors' | 'chooseChosenColors'
  >
}

export type ColorsStore = ReturnType<typeof createColorsStore>

const NONE: Overrides = new Map()

/** The maximum that is stored (protocol/contract.ts). */
const MAX_CHOSEN = 500

/** The file's colors, and how they change the colors of pictures. */
export function createColorsStore({ sandbox, pictures, settings }: ColorsOptions) {
  const file = signal<FileColors | 'unread' | 'unreadable'>('unread')
  /** How the colors of all images are matched. */
  const { colorMode: mode } = settings
  /** The user's choices for single colors, by picture. */
  const overrides = signal<ReadonlyMap<string, Overrides>>(new Map())
  /** The color of the shown picture that is pointed at. */
  const pointed = signal<Hex | null>(null)
  let reading: Promise<void> | null = null
  let isStale = false
  /** Number of components that show the file's colors. */
  let views = 0

  const candidates = computed(() => (typeof file.value === 'string' ? [] : file.value.colors))
  /** Ids of the only colors that may be used; null if all may. Ids of other files are ignored. */
  const chosen = computed((): ReadonlySet<string> | null => {
    const { value: ids } = settings.chosenColors
    if (ids === null || typeof file.value === 'string') return ids && new Set(ids)
    const wanted = new Set(ids)
    const known = candidates.value.filter(({ id }) => wanted.has(id)).map(({ id }) => id)
    return known.length > 0 ? new Set(known) : null
  })
  /** The colors that may be used. */
  const offered = computed(() => {
    const { value: ids } = chosen
    return ids === null ? candidates.value : candidates.value.filter(({ id }) => ids.has(id))
  })

  async function readOnce(): Promise<void> {
    isStale = false
    const reply = await sandbox.request('colors.read', {})
    // A stopped request was not needed: keep the known colors.
    if (reply.ok) file.value = reply.value
    else if (reply.error.code !== 'stopped') file.value = 'unreadable'
    reading = null
    if (isStale && views > 0) await read()
  }

  /** Reads the colors of the current file. At most one request at a time. */
  function read(): Promise<void> {
    if (reading) isStale = true
    reading ??= readOnce()
    return reading
  }

  sandbox.on('colors.changed', () => {
    if (views > 0) void read()
  })

  const matchesOf = (palette: readonly UsedColor[]): Match[] => match(palette, offered.value, mode.value)

  /** Keeps the file's colors up to date until the returned function is called. */
  function show(): () => void {
    views += 1
    if (views === 1) {
      sandbox.emit('colors.watch', { isShown: true })
      // There is no event for edited variables. They are edited outside the panel, so read them again when it gets the focus.
      addEventListener('focus', read)
      void read()
    }
    return () => {
      views -= 1
      if (views > 0) return
      sandbox.emit('colors.watch', { isShown: false })
      removeEventListener('focus', read)
    }
  }

  /** The last plan for each picture, and its inputs. */
  const planned = new Map<string, { readonly from: readonly unknown[]; readonly plan: Plan }>()

  /** Returns a function that plans the colors of a picture by the current choices. */
  function planner() {
    const { value: candidates } = offered
    const { value: modeNow } = mode
    const { value: all } = overrides
    return (id: string, original: readonly UsedColor[]): Plan => {
      const own = all.get(id) ?? NONE
      const from = [original, candidates, modeNow, own]
      const known = planned.get(id)
      if (known?.from.every((part, i) => part === from[i])) return known.plan
      const next = plan(original, match(original, candidates, modeNow), own)
      planned.set(id, { from, plan: next })
      return next
    }
  }

  effect(() => {
    const planOf = planner()
    for (const job of pictures.shown.value) {
      const preparation = pictures.preparationOf(job.id)
      if (preparation.state !== 'ready') continue
      pictures.applyColors(job, planOf(job.id, preparation.prepared.report.original))
    }
  })

  // The file's colors are needed as long as images are matched to them.
  effect(() => (mode.value === 'keep' ? undefined : show()))

  return {
    file,
    candidates,
    offered,
    chosen,
    mode,
    pointed,
    read,
    show,
    matchesOf,
    planner,
    overridesOf: ({ id }: Job): Overrides => overrides.value.get(id) ?? NONE,
    chooseMode: settings.chooseColorMode,
    /** Limits images to the colors with these ids; null for all colors. */
    chooseOnly(ids: ReadonlySet<string> | null): void {
      settings.chooseChosenColors(ids && [...ids].slice(0, MAX_CHOSEN))
    },
    /** Sets the target of a color of a picture; null returns to the matched one. */
    choose({ id }: Job, color: Hex, target: Target | null): void {
      overrides.value = new Map(overrides.peek()).set(
        id,
        withTarget(overrides.peek().get(id) ?? NONE, color, target),
      )
    },
  }
}

/** Returns a copy of the choices with one target set or, for null, removed. */
export function withTarget(choices: Overrides, color: Hex, target: Target | null): Overrides {
  const next = new Map(choices)
  if (target) next.set(color, target)
  else next.delete(color)
  return next
}
