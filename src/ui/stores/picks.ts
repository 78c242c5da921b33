import { signal } from '@preact/signals'
import { pick } from '../../vector/pick'
import type { Prepared } from '../../vector/prepare'

/** The part of a picture that is inserted. Objects are indexes into `Prepared.objects`. */
export interface Picked {
  /** The picture without the objects that were taken out. Its report is about the whole picture. */
  readonly prepared: Prepared
  readonly without: ReadonlySet<number>
  /** Number of objects in it, and in the whole picture. The background does not count. */
  readonly objects: number
  readonly of: number
  /** Whether anything was taken out. */
  readonly isPart: boolean
  /** Whether nothing is left. */
  readonly isEmpty: boolean
}

interface Pick {
  readonly without: ReadonlySet<number>
  /** Identifies the objects that `without` refers to. */
  readonly layout: string
}

export type PicksStore = ReturnType<typeof createPicks>

/** The objects that the user took out of pictures. Forgotten when the plugin closes. */
export function createPicks() {
  const picks = signal<ReadonlyMap<string, Pick>>(new Map())

  const pickedIn = (from: ReadonlyMap<string, Pick>, id: string, prepared: Prepared): Picked => {
    const chosen = from.get(id)
    const isSame = chosen && chosen.layout === layoutOf(prepared)
    return pickedOf(prepared, isSame ? chosen.without : NOTHING)
  }

  /** Takes out exactly these objects. */
  function takeOut(id: string, prepared: Prepared, without: Iterable<number>): void {
    picks.value = new Map(picks.peek()).set(id, { without: new Set(without), layout: layoutOf(prepared) })
  }

  return {
    /**
     * Returns the part of a picture that is inserted. The choice stays valid while the objects keep their positions, for example when only
     * colors change.
     */
    of: (id: string, prepared: Prepared): Picked => pickedIn(picks.value, id, prepared),
    /** Returns the same function with the current choices captured. */
    now(): (id: string, prepared: Prepared) => Picked {
      const chosen = picks.peek()
      return (id, prepared) => pickedIn(chosen, id, prepared)
    },
    takeOut,
    /** Takes one object out, or puts it back. */
    toggle(id: string, prepared: Prepared, object: number): void {
      const without = new Set(pickedIn(picks.peek(), id, prepared).without)
      if (!without.delete(object)) without.add(object)
      takeOut(id, prepared, without)
    },
    /** Takes out all objects but one. */
    only(id: string, prepared: Prepared, object: number): void {
      takeOut(
        id,
        prepared,
        [...prepared.objects.keys()].filter((other) => other !== object),
      )
    },
  }
}

const NOTHING: ReadonlySet<number> = new Set()

/** Returns the bounds of all objects in whole px. */
const layoutOf = ({ objects }: Prepared): string =>
  objects.map(({ bounds }) => Object.values(bounds).map(Math.round)).join(' ')

/** The last result for each picture, because every tile asks on every change. */
const known = new WeakMap<Prepared, Picked>()

function pickedOf(prepared: Prepared, without: ReadonlySet<number>): Picked {
  const last = known.get(prepared)
  if (last && sameObjects(last.without, without)) return last
  const things = [...prepared.objects.keys()].filter((index) => !prepared.objects[index]?.isScenery)
  const picked = {
    prepared: pick(prepared, without),
    without,
    objects: things.filter((index) => !without.has(index)).length,
    of: things.length,
    isPart: without.size > 0,
    isEmpty: without.size > 0 && without.size === prepared.objects.length,
  }
  known.set(prepared, picked)
  return picked
}

export const sameObjects = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size === b.size && [...a].every((index) => b.has(index))
