import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { about, path } from '../../build/project.ts'
import { relayAddress } from '../../build/relay.ts'
import { archiveOf, checksumOf } from './archive'
import { type PackageArguments, readArguments, USAGE } from './arguments'
import { isContact, isId, refusals } from './refusals'

/** `npm run package`: see USAGE. */
async function main(): Promise<void> {
  const options = readArguments(process.argv.slice(2))
  if (!options) return void process.stdout.write(USAGE)
  const { version } = about
  const { id, support } = await namedBy(options)
  const changelog = readFileSync(path('CHANGELOG.md'), 'utf8')
  const found = refusals({ version, changelog, changed: uncommitted(), id, support })
  for (const name of ['INKWRIGHT_MODELS', 'INKWRIGHT_LANGUAGE'])
    if (process.env[name]) found.push(`${name} is set, which is for tests. Unset it.`)
  if (found.length > 0) throw new Error(found.join('\n\n'))
  const check = spawnSync('npm', ['run', '--silent', 'check'], { cwd: path('.'), stdio: 'inherit' })
  if (check.status !== 0) throw new Error('npm run check fails. Fix what it names, and try again.')
  await write({ ...options, version, id, support })
}

async function write({ version, id, support, out }: Required<Named> & { version: string; out: string }) {
  // Imported late, so that refusals are reported without loading Vite.
  const { packageContents } = await import('./contents')
  const folder = mkdtempSync(join(tmpdir(), 'inkwright-package-'))
  try {
    const relay = relayAddress(process.env.INKWRIGHT_RELAY)?.origin ?? null
    const zip = archiveOf(await packageContents({ folder, version, id, support, relay }))
    const name = `inkwright-${version}.zip`
    const target = resolve(out)
    mkdirSync(target, { recursive: true })
    writeFileSync(join(target, name), zip)
    writeFileSync(join(target, `${name}.sha256`), `${checksumOf(zip)}  ${name}\n`)
    process.stdout.write(`${join(target, name)}: ${zip.length} bytes\nSHA-256 ${checksumOf(zip)}\n`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Named {
  readonly id: string
  readonly support: string
}

/** Returns the id and the support contact: from the options, or else from the project, or else by asking at the terminal. */
async function namedBy(options: PackageArguments): Promise<Named> {
  const id = options.id ?? String(JSON.parse(readFileSync(path('manifest.json'), 'utf8')).id)
  const support = options.support ?? about.bugs ?? ''
  if (!process.stdin.isTTY) return { id, support }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const named = {
    id: isId(id) ? id : await terminal.question('The plugin’s id at Figma: '),
    support: isContact(support)
      ? support
      : await terminal.question('Support contact (email address or https URL): '),
  }
  terminal.close()
  return named
}

/** Returns paths with uncommitted changes; null outside a Git checkout. */
function uncommitted(): string[] | null {
  try {
    const status = execFileSync('git', ['status', '--porcelain'], {
      cwd: path('.'),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return status
      .split('\n')
      .filter(Boolean)
      .map((line) => line.slice(3))
  } catch {
    return null
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
