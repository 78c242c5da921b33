import * as drawn from 'figma-host/browser'
import pixelmatch from 'pixelmatch'
import type { Browser } from 'playwright-core'
import { PNG } from 'pngjs'

/** Renders SVG texts like `<img width height>` in a browser, on white. */
export async function renderSvgs(
  browser: Browser,
  svgs: readonly string[],
  size: drawn.Size,
): Promise<PNG[]> {
  return (await drawn.renderSvgs(browser, svgs, size)).map((bytes) => PNG.sync.read(bytes))
}

/** Returns the share of the pixels that differ (pixelmatch, threshold 0.1, anti-aliased pixels excluded), 0 to 1. */
export function difference(a: PNG, b: PNG): number {
  const { width, height } = a
  return pixelmatch(a.data, b.data, undefined, width, height, { threshold: 0.1 }) / (width * height)
}
