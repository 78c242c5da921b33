import { commandsArray, coordsArray } from './arrays'
import type { Path } from './path'

/** Returns one path with the subpaths of all paths. */
export function joinPaths(paths: readonly Path[]): Path {
  const commands = commandsArray(paths.reduce((sum, path) => sum + path.commands.length, 0))
  const coords = coordsArray(paths.reduce((sum, path) => sum + path.coords.length, 0))
  let commandsAt = 0
  let coordsAt = 0
  for (const path of paths) {
    commands.set(path.commands, commandsAt)
    coords.set(path.coords, coordsAt)
    commandsAt += path.commands.length
    coordsAt += path.coords.length
  }
  return { commands, coords }
}
