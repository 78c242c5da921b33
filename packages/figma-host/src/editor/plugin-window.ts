import type { ShowUIOptions } from '@figma/plugin-typings/plugin-api-standalone'
import type { WindowControl } from '../document/session-types'
import type { PluginWindow } from './contract'

/** Default size of a window, in px (Figma doc: showUI). */
const DEFAULT_SIZE = { width: 300, height: 200 }
/** Minimum width of a window, in px (Figma doc: resize). */
const MIN_WIDTH = 70

/** The plugin's window, as set by `figma.showUI` and `figma.ui`. */
export class WindowState implements WindowControl {
  readonly #onChange: (window: PluginWindow | null) => void
  readonly #onMessage: (message: unknown) => void
  #window: PluginWindow | null = null

  constructor(onChange: (window: PluginWindow | null) => void, onMessage: (message: unknown) => void) {
    this.#onChange = onChange
    this.#onMessage = onMessage
  }

  get isOpen(): boolean {
    return this.#window !== null
  }

  open(html: string, options: ShowUIOptions): void {
    const { visible = true } = options
    this.#show({ html, options, visible, ...size(options.width, options.height) })
  }

  resize(width: number, height: number): void {
    if (this.#window) this.#show({ ...this.#window, ...size(width, height) })
  }

  setVisible(visible: boolean): void {
    if (this.#window) this.#show({ ...this.#window, visible })
  }

  move(x: number, y: number): void {
    if (this.#window) {
      this.#show({ ...this.#window, options: { ...this.#window.options, position: { x, y } } })
    }
  }

  close(): void {
    if (!this.#window) return
    this.#window = null
    this.#onChange(null)
  }

  post(message: unknown): void {
    this.#onMessage(message)
  }

  #show(window: PluginWindow): void {
    this.#window = window
    this.#onChange(window)
  }
}

function size(width = DEFAULT_SIZE.width, height = DEFAULT_SIZE.height) {
  return { width: Math.max(MIN_WIDTH, width), height: Math.max(0, height) }
}
