import type { NamedPalette, Recoloring } from '../../protocol/colors'
import type { FitTo } from '../insert/fit-to'
import { readCanvasPalette, recolorCanvas } from './canvas'
import { createVariables } from './create-variables'
import type { FileColorWatcher } from './file-color-watcher'
import type { Pause } from './slices'
import { insertSwatches } from './swatches'

/** The handlers for the panel's requests about colors. */
export function colorHandlers(figma: PluginAPI, pause: Pause, file: FileColorWatcher, fitTo: FitTo) {
  let palettes = 0
  return {
    'colors.read': () => file.read(),
    'canvas.palette': () => {
      palettes += 1
      const own = palettes
      const isUnwatched = file.createUnwatchedCheck()
      // A newer request for the selection's colors replaces this one.
      return readCanvasPalette(figma, { pause, isStopped: () => palettes !== own || isUnwatched() })
    },
    'canvas.recolor': (recoloring: Recoloring) => recolorCanvas(figma, recoloring, pause),
    'palette.insert': (palette: NamedPalette) => insertSwatches(figma, palette, fitTo),
    'palette.variables': (palette: NamedPalette) => createVariables(figma, palette),
  }
}
