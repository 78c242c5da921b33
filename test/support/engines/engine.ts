import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A running browser with one window. Positions are CSS px of the window. */
export interface Engine {
  open(url: string): Promise<void>
  /** Returns the value of an expression in the host page or in the panel's frame, awaited. It must be JSON. */
  evaluate(place: 'page' | 'panel', expression: string): Promise<unknown>
  click(x: number, y: number, times?: number): Promise<void>
  /** Types into the focused element. */
  type(text: string): Promise<void>
  paste(): Promise<void>
  close(): Promise<void>
}

export interface EngineKind {
  readonly name: string
  /** Says what is not installed; null if the engine can be started. */
  readonly missing: string | null
  start(): Promise<Engine>
}

/** An engine's process ends before its test does, whatever happens. In ms. */
export const LIFETIME = { timeout: 110_000 }

export function findOnPath(...names: string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync) ?? null
}

/** Meta or Control, as a code point of WebDriver. */
const SHORTCUT = process.platform === 'darwin' ? '\uE03D' : '\uE009'
const press = (key: string) => [down(key), { type: 'keyUp', value: key }]
const down = (value: string) => ({ type: 'keyDown', value })
const CLICK = [
  { type: 'pointerDown', button: 0 },
  { type: 'pointerUp', button: 0 },
]

/** Returns input functions for an engine that supports the common actions of WebDriver and WebDriver BiDi. */
export function inputBy(perform: (sources: object[]) => Promise<void>) {
  const keys = (actions: object[]) => perform([{ type: 'key', id: 'keyboard', actions }])
  return {
    click(x: number, y: number, times = 1) {
      const move = { type: 'pointerMove', x: Math.round(x), y: Math.round(y) }
      const actions = [move, ...Array.from({ length: times }, () => CLICK).flat()]
      return perform([{ type: 'pointer', id: 'mouse', actions }])
    },
    type: (text: string) => keys([...text].flatMap(press)),
    paste: () => keys([down(SHORTCUT), ...press('v'), { type: 'keyUp', value: SHORTCUT }]),
  }
}
