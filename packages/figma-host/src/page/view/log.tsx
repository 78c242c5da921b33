import { faultCount, logEntries } from '../model/log'

/** The plugin's console and all faults. Opens automatically when there is a fault, so that none is missed. */
export function Log() {
  const faults = faultCount.value
  return (
    <details class="log" open={faults > 0}>
      <summary>{faults === 0 ? 'Log' : `Log, ${faults} ${faults === 1 ? 'fault' : 'faults'}`}</summary>
      <ul role="log" aria-label="Log">
        {logEntries.value.map(({ id, level, source, text }) => (
          <li key={id} class={`log-${level}`}>
            <pre>
              {source} {level} {text}
            </pre>
          </li>
        ))}
      </ul>
    </details>
  )
}
