import { signal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { clearLog, faultCount, type LogEntry, logEntries } from '../model/log'
import { Icon } from './icons'
import './log-drawer.css'

const isOpen = signal(false)
/** How many faults there were when a person last saw or closed the log. A further one opens it. */
let faultsSeen = 0

function setOpen(open: boolean): void {
  isOpen.value = open
  faultsSeen = faultCount.value
}

/** Opens and closes the log, and counts the faults. */
export function LogButton() {
  const count = faultCount.value
  const faults = count === 1 ? '1 fault' : `${count} faults`
  return (
    <button
      type="button"
      class="icon-button log-button"
      aria-label={count === 0 ? 'Log' : `Log, ${faults}`}
      aria-expanded={isOpen.value}
      title={count === 0 ? 'Log' : `Log: ${faults}`}
      onClick={() => setOpen(!isOpen.value)}
    >
      <Icon name="log" />
      {count > 0 && <span class="log-count">{count > 99 ? '99+' : count}</span>}
    </button>
  )
}

function Entry({ entry }: { readonly entry: LogEntry }) {
  return (
    <li class={`log-entry log-${entry.level}`}>
      <time>{entry.time}</time>
      <span class="log-source">{entry.source}</span>
      <span class="log-level">{entry.level}</span>
      <pre>{entry.text}</pre>
    </li>
  )
}

/** What the plugin wrote to its console, and every fault. Opens by itself at a fault: none goes unseen. */
export function LogDrawer() {
  const list = useRef<HTMLUListElement>(null)

  useSignalEffect(() => {
    if (faultCount.value > faultsSeen) setOpen(true)
  })
  useSignalEffect(() => {
    const element = list.current
    // Read for the effect to follow the entries.
    if (logEntries.value.length === 0 || element === null) return
    requestAnimationFrame(() => {
      element.scrollTop = element.scrollHeight
    })
  })

  return (
    <section class="log" aria-label="Console" hidden={!isOpen.value}>
      <div class="log-bar">
        <h2>Console</h2>
        <button type="button" class="button log-clear" onClick={clearLog}>
          Clear
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label="Close log"
          title="Close log"
          onClick={() => setOpen(false)}
        >
          <Icon name="close" />
        </button>
      </div>
      <ul ref={list} class="log-entries" role="log" aria-label="Log" aria-live="polite">
        {logEntries.value.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
      {logEntries.value.length === 0 && <p class="log-empty">Nothing logged</p>}
    </section>
  )
}
