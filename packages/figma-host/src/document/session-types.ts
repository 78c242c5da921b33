import type { Rect, ShowUIOptions, Vector } from '@figma/plugin-typings/plugin-api-standalone'
import type { GuestFunction } from './guest-function'

/** The plugin's window, for the `figma.ui` calls. Sizes in screen px. */
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

/** The request of `figma.notify`. `timeout` in ms. */
export interface ToastRequest {
  readonly text: string
  readonly error: boolean
  readonly timeout: number
  readonly button: { readonly text: string; readonly action: GuestFunction } | null
  readonly onDequeue: GuestFunction | null
}

/** The view of the page, for `figma.viewport`. */
export interface ViewportControl {
  center: Vector
  zoom: number
  readonly bounds: Rect
  /** Moves and zooms the view to a box in page px. */
  show(box: Rect): void
}

/** `figma.clientStorage` of this plugin. Values are plain data; `set` rejects if the 5 MB are full. */
export interface StorageControl {
  get(key: string): Promise<unknown>
  set(key: string, value: unknown): Promise<void>
  delete(key: string): Promise<void>
  keys(): Promise<string[]>
}

/** A plugin's event handlers. */
export interface HandlerList {
  on(type: string, handler: GuestFunction): void
  once(type: string, handler: GuestFunction): void
  off(type: string, handler: GuestFunction): void
}

/** The id of the open slide; null if the grid is shown. */
export interface SlidesState {
  focused: string | null
}

/** The editors that plugins can run in, by their names in the manifest. */
export type EditorType = 'figma' | 'figjam' | 'slides' | 'buzz'
