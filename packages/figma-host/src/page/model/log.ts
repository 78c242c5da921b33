import { signal } from '@preact/signals'

/** One line of the log. */
export interface LogEntry {
  readonly id: number
  /** `fault` is what must not happen: uncaught errors, breaches of the platform's rules, blocked requests. */
  readonly level: 'log' | 'info' | 'warn' | 'error' | 'fault'
  /** Who says so: the plugin's sandbox, its panel, or this page. */
  readonly source: 'plugin' | 'panel' | 'host'
  readonly text: string
}

/** How many entries are kept. Older ones go, so that a plugin that logs in a loop does not fill the memory. */
const longestLog = 500

let lastId = 0

/** The log on show, oldest first. */
export const logEntries = signal<readonly LogEntry[]>([])

/** Every fault since the page opened, as text. Never cut short: scripts and tests read it. */
export const faults: string[] = []

/** How many faults there were since the page opened. */
export const faultCount = signal(0)

/**
 * Adds a line to the log, and says the same on the browser's own console, where whoever drives the page reads it.
 */
export function log(source: LogEntry['source'], level: LogEntry['level'], text: string): void {
  lastId += 1
  logEntries.value = [...logEntries.value, { id: lastId, level, source, text }].slice(-longestLog)
  if (level === 'fault') {
    faults.push(`${source}: ${text}`)
    faultCount.value = faults.length
  }
  console[level === 'fault' ? 'error' : level](`[${source}]`, text)
}

/** What was thrown, as text for a developer: with the stack when there is one. */
export function describeThrown(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  const { stack } = thrown
  // Some engines leave the message out of the stack.
  if (stack === undefined) return `${thrown.name}: ${thrown.message}`
  return stack.includes(thrown.message) ? stack : `${thrown.name}: ${thrown.message}\n${stack}`
}
