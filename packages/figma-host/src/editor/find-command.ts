import type { Manifest } from '../document/manifest'
import type { ManifestCommand } from '../document/manifest-menu'

/**
 * Returns the command with this name. Default: the first of the menu. Undefined for the command of a relaunch button. Throws if a manifest
 * with a menu has no such command.
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
