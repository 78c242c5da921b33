import type { PluginWindow } from '../../editor/contract'
import type { Session } from '../model/session'
import { toScreen } from '../model/viewport'

/** A place on the screen, in px from the page's top left corner. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** The size of a plugin's panel, without its title bar, in px. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Figma's smallest window is 70 px wide; this one still shows its title. */
const smallest: Size = { width: 160, height: 80 }
/** Space kept between the window and the edges of the canvas. */
const edge = 16
const titleBarHeight = 40
const toolbarHeight = 48

/** The size a plugin asked for, as far as the page has room. */
export function fittedSize({ width, height }: PluginWindow): Size {
  return {
    width: Math.min(width, innerWidth - 2 * edge),
    height: Math.min(height, innerHeight - toolbarHeight - titleBarHeight - 2 * edge),
  }
}

/** Where a window opens first: at the right, where it leaves the middle free for what the plugin draws. */
export function firstPlace(size: Size): Place {
  return { x: innerWidth - size.width - edge, y: toolbarHeight + edge }
}

/** Where a position lies that the plugin gave in page coordinates. */
export function placeOfPosition({ view }: Session, position: Place): Place {
  const { x, y } = toScreen(view.view.peek(), { ...position, width: 0, height: 0 })
  // The canvas ends at the right edge of the page and begins below the toolbar.
  return { x: innerWidth - view.size.peek().width + x, y: toolbarHeight + y }
}

/** The place nearest to a wished one where the title bar is within reach. */
export function keptInside({ x, y }: Place, { width }: Size): Place {
  return {
    x: Math.min(innerWidth - 80, Math.max(80 - width, x)),
    y: Math.min(innerHeight - titleBarHeight, Math.max(0, y)),
  }
}

/** A size changed by a distance, never too small to use. */
export function resized({ width, height }: Size, dx: number, dy: number): Size {
  return { width: Math.max(smallest.width, width + dx), height: Math.max(smallest.height, height + dy) }
}
