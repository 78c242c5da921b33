import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Prepared } from '../../vector/prepare'
import { mapObjects, type ObjectMap, objectAt } from './object-map'

/** An object that the pointer or the focus is at. */
export interface PointedObject {
  readonly of: Prepared
  /** Its place in `of.objects`. */
  readonly object: number
  /** In the image, or in the list, beside which the rest of the image fades. */
  readonly where: 'image' | 'list'
}

export type ObjectPointing = ReturnType<typeof useObjectPointing>

/** An object this near to the pointer is what is meant, in px. */
const REACH = 3

/** Which object the pointer or the focus is at. `prepared` is null while the objects cannot be pointed at. */
export function useObjectPointing(prepared: Prepared | null) {
  const pointed = useSignal<PointedObject | null>(null)
  const map = useSignal<{ readonly of: Prepared; readonly map: ObjectMap | null } | null>(null)
  const asked = useRef<Prepared | null>(null)
  /** Points once more, where the pointer is. */
  const again = useRef<() => void>(() => undefined)
  const shown = prepared && prepared.objects.length > 0 ? prepared : null

  /** Made when it is first needed: few images are pulled apart. */
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
    /** The object below the pointer, if any. */
    under,
    pointIn(event: MouseEvent, image: Element): void {
      again.current = () => point(under(event, image), 'image')
      again.current()
    },
    /** A row of the list; null where none is pointed at any more. */
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
