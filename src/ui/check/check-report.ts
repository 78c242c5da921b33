import { strings } from '../../strings'
import { summaryOf } from './check-store'
import { foundText, GROUPS, isDiffering, LINES, type Line, stateOf } from './lines'

interface ReportOptions {
  readonly lines: readonly Line[]
  readonly version: string
  readonly editor: string
  /** In ms since 1970. */
  readonly at: number
}

/** Returns the check's result as text, without the key, prompts, or anything from the document. */
export function checkReport({ lines, version, editor, at }: ReportOptions): string {
  const { check } = strings
  return [
    check.reportHeading(version, at),
    `Editor: ${editor}`,
    `Browser: ${navigator.userAgent}`,
    summaryOf(lines),
    ...GROUPS.flatMap((group) => {
      const own = lines.filter(({ id }) => LINES[group].includes(id))
      return own.length > 0 ? ['', check.groups[group], ...own.map(lineText)] : []
    }),
  ].join('\n')
}

function lineText(line: Line): string {
  const { check } = strings
  const { name, expected, otherwise } = check.lines[line.id]
  const found = foundText(line)
  const parts = [`[${check.states[stateOf(line)]}] ${name}.`, check.expected(expected)]
  if (found) parts.push(check.found(`${found}.`))
  if (isDiffering(line)) parts.push(otherwise)
  return parts.join(' ')
}
