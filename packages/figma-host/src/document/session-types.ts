import type { Rect, ShowUIOptions, Vector } from '@figma/plugin-typings/plugin-api-standalone'
import type { GuestFunction } from './guest-function'

/** The plugin's window, as the `figma.ui` calls drive it. Sizes in screen px. */
export interface WindowControl {
  readonly isOpen: boolean
  open(html: string, options: ShowUIOptions): void
  resize(width: number, height: number): void
  setVisible(visible: boolean): void
  move(x: number, y: number): void
  close(): void
  /** Sends plain data to the panel. */
  post(message: unknown): void
}

/** What `figma.notify` asks for. `timeout` in ms. */
export interface ToastRequest {
  readonly text: string
  readonly error: boolean
  readonly timeout: number
  readonly button: { readonly text: string; readonly action: GuestFunction } | null
  readonly onDequeue: GuestFunction | null
}

/** The view on the page, as `figma.viewport` drives it. */
export interface ViewportControl {
  center: Vector
  zoom: number
  readonly bounds: Rect
  /** Moves and zooms so that a box in page px fills the view. */
  show(box: Rect): void
}

/** `figma.clientStorage` of this plugin. Values are plain data; `set` rejects when the 5 MB are full. */
export interface StorageControl {
  get(key: string): Promise<unknown>
  set(key: string, value: unknown): Promise<void>
  delete(key: string): Promise<void>
  keys(): Promise<string[]>
}

/** The handlers that a plugin has registered for one kind of event. */
export interface HandlerList {
  on(type: string, handler: GuestFunction): void
  once(type: string, handler: GuestFunction): void
  off(type: string, handler: GuestFunction): void
}

/** What is open in Slides: the id of one slide, or null for the whole grid. */
export interface SlidesState {
  focused: string | null
}

/** The editors that a plugin can run in, by their names in the manifest. */
export type EditorType = 'figma' | 'figjam' | 'slides' | 'buzz'
