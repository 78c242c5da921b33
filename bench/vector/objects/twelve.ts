import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Scene } from './scenes'

const FOLDER = fileURLToPath(new URL('../../../../shared/objects', import.meta.url))

interface Truth {
  readonly kind: string
  readonly objects: readonly { readonly paths: readonly number[] }[]
}

/** Returns the scenes of real icons that mode `objects` is judged by; empty if the folder beside the project is missing. */
export function twelveScenes(): Scene[] {
  const list = `${FOLDER}/truth.json`
  if (!existsSync(list)) return []
  const truths = JSON.parse(readFileSync(list, 'utf8')) as Readonly<Record<string, Truth>>
  return Object.entries(truths).map(([name, { objects }]) => {
    const svg = readFileSync(`${FOLDER}/${name}.svg`, 'utf8')
    const truth = Array.from(svg.matchAll(/<path\b/g), () => 0)
    for (const [object, { paths }] of objects.entries()) for (const path of paths) truth[path] = object + 1
    return { name, layout: 'scatter', svg, truth }
  })
}
