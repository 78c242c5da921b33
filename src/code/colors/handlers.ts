import type { NamedPalette, Recoloring } from '../../protocol/colors'
import { readCanvasPalette, recolorCanvas } from './canvas'
import { createVariables } from './create-variables'
import type { FileColorWatcher } from './file-color-watcher'
import type { Pause } from './slices'
import { insertSwatches } from './swatches'

/** Answers what the panel asks about colors. */
export function colorHandlers(figma: PluginAPI, pause: Pause, file: FileColorWatcher) {
  let palettes = 0
  return {
    'colors.read': () => file.read(),
    'canvas.palette': () => {
      palettes += 1
      const own = palettes
      const isUnwatched = file.untilUnwatched()
      // Another question about the selection takes the place of this one.
      return readCanvasPalette(figma, { pause, isStopped: () => palettes !== own || isUnwatched() })
    },
    'canvas.recolor': (wish: Recoloring) => recolorCanvas(figma, wish, pause),
    'palette.insert': (palette: NamedPalette) => insertSwatches(figma, palette),
    'palette.variables': (palette: NamedPalette) => createVariables(figma, palette),
  }
}
