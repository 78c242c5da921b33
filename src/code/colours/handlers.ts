import type { NamedPalette, Recolouring } from '../../protocol/colours'
import { readCanvasPalette, recolourCanvas } from './canvas'
import { createVariables } from './create-variables'
import type { FileColors } from './file-colors'
import type { Pause } from './slices'
import { insertSwatches } from './swatches'

/** Answers what the panel asks about colours. */
export function colourHandlers(figma: PluginAPI, pause: Pause, file: FileColors) {
  let palettes = 0
  return {
    'colours.read': () => file.read(),
    'canvas.palette': () => {
      palettes += 1
      const own = palettes
      const isUnwatched = file.untilUnwatched()
      // Another question about the selection takes the place of this one.
      return readCanvasPalette(figma, { pause, isStopped: () => palettes !== own || isUnwatched() })
    },
    'canvas.recolour': (wish: Recolouring) => recolourCanvas(figma, wish, pause),
    'palette.insert': (palette: NamedPalette) => insertSwatches(figma, palette),
    'palette.variables': (palette: NamedPalette) => createVariables(figma, palette),
  }
}
