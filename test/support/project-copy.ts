import { cpSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { PROJECT } from '../../tools/start/build-plugin'

/** What a checkout does not contain. */
const MADE = new Set(['node_modules', 'dist', 'out', '.git'])

/** Copies the project like a checkout, with the installed packages, so that building it does not interfere with anything. */
export function copyProject(folder: string): void {
  cpSync(PROJECT, folder, { recursive: true, filter: (source) => !MADE.has(relative(PROJECT, source)) })
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'))
}
