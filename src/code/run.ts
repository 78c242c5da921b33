import type { Run } from '../protocol/contract'
import { recipeOf } from './recipe'

/** Reads how the plugin was started. Unknown commands, as from older versions, open the panel. */
export function readRun(figma: PluginAPI, { command, parameters }: RunEvent): Run {
  const [layer] = figma.currentPage.selection
  return {
    command: COMMANDS.find((known) => known === command) ?? 'open',
    parameters: parameters ? typed(parameters) : null,
    recipe: layer ? recipeOf(layer) : null,
  }
}

const COMMANDS = ['open', 'edit', 'variation', 'recolour', 'generate', 'clean-up', 'clean-up-now'] as const

const typed = ({ prompt, style, size }: ParameterValues): Run['parameters'] => ({
  prompt: String(prompt ?? ''),
  style: style === undefined ? null : String(style),
  size: size === undefined ? null : String(size),
})
