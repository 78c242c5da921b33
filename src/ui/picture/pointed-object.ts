import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Prepared } from '../../vector/prepare'
import { mapObjects, type ObjectMap, objectAt } from './object-map'

/** The object that has the pointer or the focus. */
export interface PointedObject {
  readonly of: Prepared
  /** Index into `of.objects`. */
  readonly object: number
  /** Whether the user points at it in the image or in the list. The list also fades the rest of the image. */
  readonly where: 'image' | 'list'
}

export type ObjectPointing = ReturnType<typeof useObjectPointing>

/** An object this close to the pointer counts as pointed at, in px. */
const REACH = 3

/** Tracks which object has the pointer or the focus. `prepared` is null while objects cannot be pointed at. */
export function useObjectPointing(prepared: Prepared | null) {
  const pointed = useSignal<PointedObject | null>(null)
  const map = useSignal<{ readonly of: Prepared; readonly map: ObjectMap | null } | null>(null)
  const asked = useRef<Prepared | null>(null)
  /** Repeats the last pointing once the map is ready. */
  const again = useRef<() => void>(() => undefined)
  const shown = prepared && prepared.objects.length > 0 ? prepared : null

  /** Made on first use, because most images are never pointed at. */
  const mapOf = (of: Prepared): ObjectMap | null => {
    if (asked.current !== of) {
      asked.current = of
      void mapObjects(of).then((made) => {
        if (asked.current !== of) return
        map.value = { of, map: made }
        again.current()
      })
    }
    return map.value?.of === of ? map.value.map : null
  }
  const point = (object: number | null, where: PointedObject['where']) => {
    const { value: last } = pointed
    if (last?.of === shown && last?.object === object && last?.where === where) return
    pointed.value = shown && object !== null ? { of: shown, object, where } : null
  }
  const under = ({ clientX, clientY }: MouseEvent, image: Element): number | null => {
    const { left, top, width } = image.getBoundingClientRect()
    const made = shown && mapOf(shown)
    return made && objectAt(made, { x: clientX - left, y: clientY - top, width, reach: REACH })
  }
  return {
    pointed,
    map,
    /** Returns the object under the pointer; null if there is none. */
    under,
    pointIn(event: MouseEvent, image: Element): void {
      again.current = () => point(under(event, image), 'image')
      again.current()
    },
    /** Points at an object from its row in the list; null for none. */
    pointFrom(object: number | null): void {
      again.current = () => undefined
      if (shown) mapOf(shown)
      point(object, 'list')
    },
    clear(): void {
      again.current = () => undefined
      point(null, 'image')
    },
  }
}
