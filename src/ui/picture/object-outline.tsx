import { useLayoutEffect, useRef } from 'preact/hooks'
import { drawOutline, type ObjectMap } from './object-map'

interface ObjectOutlineProps {
  readonly map: ObjectMap
  readonly object: number
  /** The zoom of the image: 1 fits it into the view. */
  readonly zoom: number
}

/** Width of the outline in px. */
const LINE = 3

/** Outlines the visible part of an object, on top of the image. */
export function ObjectOutline({ map, object, zoom }: ObjectOutlineProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    const { current } = canvas
    const box = current?.parentElement
    if (!current || !box) return
    const thickness = Math.max(1, Math.round((LINE * map.width) / box.clientWidth))
    const { color, outlineColor } = getComputedStyle(current)
    drawOutline(current, map, { object, thickness, colors: [outlineColor, color] })
    const share = thickness / map.width
    current.style.left = `${-100 * share}%`
    current.style.width = `${100 * (1 + 2 * share)}%`
    current.style.top = `${(-100 * thickness) / map.height}%`
    current.style.height = `${100 * (1 + (2 * thickness) / map.height)}%`
  }, [map, object, zoom])
  return <canvas class="object-outline" ref={canvas} />
}
