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

/** As many as are remembered (protocol/contract.ts). */
const MOST_CHOSEN = 500

/** The file's own colors, and what becomes of a picture's by them. */
export function createColorsStore({ sandbox, pictures, settings }: ColorsOptions) {
  const file = signal<FileColors | 'unread' | 'unreadable'>('unread')
  /** What becomes of every image's colors. */
  const { colorMode: way } = settings
  /** What was chosen by hand, by picture. */
  const overrides = signal<ReadonlyMap<string, Overrides>>(new Map())
  /** A color of the shown picture that is pointed at. */
  const pointed = signal<Hex | null>(null)
  let reading: Promise<void> | null = null
  let isStale = false
  /** How many parts of the panel show the file's colors. */
  let views = 0

  const candidates = computed(() => (typeof file.value === 'string' ? [] : file.value.colors))
  /** Ids of the only ones that may be taken; null where all may. What was chosen in another file says nothing about this one. */
  const chosen = computed((): ReadonlySet<string> | null => {
    const { value: ids } = settings.chosenColors
    if (ids === null || typeof file.value === 'string') return ids && new Set(ids)
    const wanted = new Set(ids)
    const known = candidates.value.filter(({ id }) => wanted.has(id)).map(({ id }) => id)
    return known.length > 0 ? new Set(known) : null
  })
  /** Those of them that images may take. */
  const offered = computed(() => {
    const { value: ids } = chosen
    return ids === null ? candidates.value : candidates.value.filter(({ id }) => ids.has(id))
  })

  async function readOnce(): Promise<void> {
    isStale = false
    const reply = await sandbox.request('colors.read', {})
    // What was stopped was for nobody: what is known stays.
    if (reply.ok) file.value = reply.value
    else if (reply.error.code !== 'stopped') file.value = 'unreadable'
    reading = null
    if (isStale && views > 0) await read()
  }

  /** Reads the file's colors as they are where a picture goes now. One reading at a time. */
  function read(): Promise<void> {
    if (reading) isStale = true
    reading ??= readOnce()
    return reading
  }

  sandbox.on('colors.changed', () => {
    if (views > 0) void read()
  })

  const matchesOf = (palette: readonly UsedColor[]): Match[] => match(palette, offered.value, way.value)

  /** Keeps the file's colors up to date until the returned function is called: for what shows them. */
  function show(): () => void {
    views += 1
    if (views === 1) {
      sandbox.emit('colors.watch', { isShown: true })
      // No variable tells that it was edited. Whoever edits one does so outside of the panel, and comes back to it.
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

  /** What was planned last for each picture, and from what. */
  const planned = new Map<string, { readonly from: readonly unknown[]; readonly plan: Plan }>()

  /** Plans the colors of any picture by the choices of this moment. */
  function planner() {
    const { value: candidates } = offered
    const { value: mode } = way
    const { value: all } = overrides
    return (id: string, original: readonly UsedColor[]): Plan => {
      const own = all.get(id) ?? NONE
      const from = [original, candidates, mode, own]
      const known = planned.get(id)
      if (known?.from.every((part, i) => part === from[i])) return known.plan
      const next = plan(original, match(original, candidates, mode), own)
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

  // The file's colors are needed for as long as images are to take them.
  effect(() => (way.value === 'keep' ? undefined : show()))

  return {
    file,
    candidates,
    offered,
    chosen,
    way,
    pointed,
    read,
    show,
    matchesOf,
    planner,
    overridesOf: ({ id }: Job): Overrides => overrides.value.get(id) ?? NONE,
    chooseWay: settings.chooseColorMode,
    /** Lets images take only the colors with these ids; all of them with null. */
    chooseOnly(ids: ReadonlySet<string> | null): void {
      settings.chooseChosenColors(ids && [...ids].slice(0, MOST_CHOSEN))
    },
    /** Makes a color of a picture another one; null leaves it to the matching again. */
    choose({ id }: Job, color: Hex, target: Target | null): void {
      overrides.value = new Map(overrides.peek()).set(
        id,
        withTarget(overrides.peek().get(id) ?? NONE, color, target),
      )
    },
  }
}

/** The choices with one more, or without it. */
export function withTarget(choices: Overrides, color: Hex, target: Target | null): Overrides {
  const next = new Map(choices)
  if (target) next.set(color, target)
  else next.delete(color)
  return next
}
