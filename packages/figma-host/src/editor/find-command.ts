import type { Manifest } from '../document/manifest'
import type { ManifestCommand } from '../document/manifest-menu'

/**
 * The command of this name; the first of the menu when left out. Undefined for one of a relaunch button. Throws where a
 * manifest with a menu has no such command.
 */
export function findCommand(
  { commands, relaunchButtons }: Manifest,
  command: string | undefined,
): ManifestCommand | undefined {
  if (command === undefined) return commands[0]
  const known = commands.find((one) => one.command === command)
  const hasMenu = commands.some((one) => one.command !== '')
  if (!known && hasMenu && !relaunchButtons.some((button) => button.command === command)) {
    throw new Error(`The manifest has no command "${command}"`)
  }
  return known
}
