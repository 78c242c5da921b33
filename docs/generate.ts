import { readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'
import { ERROR_KINDS } from '../src/jobs/error-kinds'
import { JOB_STATES, STATE_TABLE } from '../src/jobs/states'
import { DEFAULT_MODEL } from '../src/segmind/request'
import { strings } from '../src/strings'
import { CATALOG } from './catalog'

const CHARGED = { no: 'no', yes: 'yes', unknown: 'perhaps' }

const row = (...cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

function errorsPage(): string {
  const rows = Object.values(CATALOG)
    .flat()
    .map(({ when, error, phase }) => {
      const { title, text } = strings.errorNotice(error, phase, DEFAULT_MODEL.price)
      return row(`\`${error.kind}\``, when, CHARGED[error.charged], `**${title}** ${text}`)
    })
  return [
    '# What the user reads when something goes wrong',
    '',
    'Generated from `src/jobs/error-kinds.ts`, `src/strings/en/errors.ts` and `docs/catalog.ts` by `npm run docs`; a test holds it against them.',
    '',
    row('Kind', 'When', 'Charged', 'What the panel says'),
    '|---|---|---|---|',
    ...rows,
    '',
    '## What follows from each kind',
    '',
    'Checked again: asking about an accepted job once more may bring another answer. Ends a job as: the state in which the job',
    'ends at once; others go on, or can be resumed. Resent: the same request may succeed as a new job.',
    '',
    row('Kind', 'Checked again', 'Ends a job as', 'Charged', 'Cause', 'Resent'),
    '|---|---|---|---|---|---|',
    ...Object.entries(ERROR_KINDS).map(([kind, { transient, terminal, charged, cause, canResend }]) =>
      row(
        `\`${kind}\``,
        transient ? 'yes' : 'no',
        terminal ? `\`${terminal}\`` : '–',
        charged === 'by-call' ? 'by the call' : charged,
        cause,
        canResend ? 'yes' : 'no',
      ),
    ),
    '',
  ].join('\n')
}

function jobsPage(): string {
  const rows = JOB_STATES.map((state) => {
    const { meaning, moves } = STATE_TABLE[state]
    return row(`\`${state}\``, meaning, moves.map((next) => `\`${next}\``).join(', ') || '–')
  })
  return [
    '# The states of a paid job',
    '',
    'Generated from `src/jobs/states.ts` by `npm run docs`; a test holds it against the code.',
    '',
    'A job is a set of entries in the journal, one a step, each written before the step that depends on it: `sent` before the',
    'POST, `accepted` (the request id) before the first poll, `fetched` (where the picture lies) before it is fetched, the',
    'compressed picture and `kept` before it is shown. The state is read off the entries that are there, so two windows of the',
    'plugin can write at once without undoing each other’s steps.',
    '',
    row('State', 'Meaning', 'May become'),
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

/** The generated pages by name: what they must say at this moment. */
export const PAGES: Readonly<Record<string, string>> = { 'errors.md': errorsPage(), 'jobs.md': jobsPage() }

/** A page as it stands in the folder. */
export const readPage = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(PAGES)) writeFileSync(new URL(name, import.meta.url), text)
}
