import type { NamedPalette, Recolouring } from '../../protocol/colours'
import { readCanvasPalette, recolourCanvas } from './canvas'
import { createVariables } from './create-variables'
import { readColours } from './read'
import type { Pause } from './slices'
import { insertSwatches } from './swatches'

/** Answers what the panel asks about colours. */
export const colourHandlers = (figma: PluginAPI, pause: Pause) => ({
  'colours.read': () => readColours(figma, pause),
  'canvas.palette': () => readCanvasPalette(figma, pause),
  'canvas.recolour': (wish: Recolouring) => recolourCanvas(figma, wish, pause),
  'palette.insert': (palette: NamedPalette) => insertSwatches(figma, palette),
  'palette.variables': (palette: NamedPalette) => createVariables(figma, palette),
})
