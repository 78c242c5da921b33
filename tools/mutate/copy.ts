import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * Copies the project to the temporary folder and returns the copy's path, so that edits never reach the project, however a run
 * ends. The copy shares the project's `node_modules`. Throws if the project is not a Git work tree.
 */
export function makeCopy(project: string): string {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: project,
    encoding: 'utf8',
  })
  const copy = mkdtempSync(join(tmpdir(), 'inkwright-mutate-'))
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }))
  for (const file of list.split('\0').filter(Boolean)) {
    // Deleted but not yet committed.
    if (!existsSync(join(project, file))) continue
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    cpSync(join(project, file), join(copy, file))
  }
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'))
  return copy
}
