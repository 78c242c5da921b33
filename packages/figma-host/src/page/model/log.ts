import { signal } from '@preact/signals'

/** An entry of the log. */
export interface LogEntry {
  readonly id: number
  /** `fault`: errors that must not happen, such as uncaught errors, violations of the platform's rules, and blocked requests. */
  readonly level: 'log' | 'info' | 'warn' | 'error' | 'fault'
  /** The source of the entry: the plugin's sandbox, its panel, or this page. */
  readonly source: 'plugin' | 'panel' | 'host'
  readonly text: string
}

/** Maximum number of entries. Older ones are removed, so that a plugin that logs in a loop does not fill the memory. */
const maxEntries = 500

let lastId = 0

/** The visible log, oldest first. */
export const logEntries = signal<readonly LogEntry[]>([])

/** All faults since the page was opened, as text. Never truncated, because scripts and tests read it. */
export const faults: string[] = []

/** Number of faults since the page was opened. */
export const faultCount = signal(0)

/** Adds an entry to the log, and logs it to the browser's console, for scripts that control the page. */
export function log(source: LogEntry['source'], level: LogEntry['level'], text: string): void {
  lastId += 1
  logEntries.value = [...logEntries.value, { id: lastId, level, source, text }].slice(-maxEntries)
  if (level === 'fault') {
    faults.push(`${source}: ${text}`)
    faultCount.value = faults.length
  }
  console[level === 'fault' ? 'error' : level](`[${source}]`, text)
}

/** Returns text for developers about what was thrown, with the stack if there is one. */
export function describeThrown(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  const { stack } = thrown
  // In some engines, the stack does not contain the message.
  if (stack === undefined) return `${thrown.name}: ${thrown.message}`
  return stack.includes(thrown.message) ? stack : `${thrown.name}: ${thrown.message}\n${stack}`
}
