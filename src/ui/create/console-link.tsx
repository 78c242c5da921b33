import { strings } from '../../strings'
import { Button } from '../parts/button'
import { copyText } from '../platform/copy-text'

interface ConsoleLinkProps {
  /** Null where the service gave none. */
  readonly requestId: string | null
  readonly announce: (text: string) => void
}

/** The way to a picture that may be in Segmind's console only: its request ID to copy, and a link that leads there. */
export function ConsoleLink({ requestId, announce }: ConsoleLinkProps) {
  const { copied, notCopied } = strings.details
  return (
    <>
      {requestId !== null && (
        <>
          <span class="request-id">{strings.console.requestId(requestId)}</span>
          <Button secondary onClick={() => announce(copyText(requestId) ? copied : notCopied)}>
            {strings.details.copyId}
          </Button>
        </>
      )}
      <a class="link" href={strings.console.url} target="_blank" rel="noreferrer">
        {strings.console.open}
      </a>
    </>
  )
}
