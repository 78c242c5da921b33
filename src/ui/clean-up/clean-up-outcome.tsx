import { strings } from '../../strings'
import { useAnnounced } from '../parts/announced'
import { Button } from '../parts/button'
import type { CleanUpResult } from '../stores/clean-up'

interface CleanUpOutcomeProps {
  readonly result: CleanUpResult
  readonly onUndo: () => void
  readonly onClose: () => void
}

/** Shows how many layers were cleaned up, and which ones were left unchanged. */
export function CleanUpOutcome({ result, onUndo, onClose }: CleanUpOutcomeProps) {
  const words = strings.cleanUp
  const { cleaned, failed, stopped, ambiguous } = result
  const summary = [
    words.done(result),
    stopped > 0 && words.stopped(stopped),
    ambiguous > 0 && words.ambiguous(ambiguous),
  ]
    .filter(Boolean)
    .join(' ')
  const failures = failed.map(({ name, why }) => words.failed(name, why))
  useAnnounced('clean-up-outcome', [summary, ...failures.slice(0, 3)].join(' '))
  return (
    <>
      <p>{summary}</p>
      {failures.length > 0 && (
        <ul class="clean-up-losses">
          {failures.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <div class="row">
        {cleaned > 0 && (
          <Button secondary onClick={onUndo}>
            {words.undo}
          </Button>
        )}
        <Button onClick={onClose}>{words.close}</Button>
      </div>
    </>
  )
}
