import type { ReadonlySignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { modelOf, priceOf, type StoredRequest } from '../../segmind/request'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import { copyText } from '../platform/copy-text'
import { saveSvgFile } from '../platform/save-file'
import type { GenerationStore } from '../stores/generation'

interface RequestActionsProps {
  /** What the picture was made from. */
  readonly request: StoredRequest
  readonly generation: Pick<GenerationStore, 'blockerOf' | 'reuse' | 'vary'>
  readonly sampling: ReadonlySignal<boolean>
  readonly announce: (text: string) => void
}

/** One more picture like this one, or a new one that begins with it. */
export function RequestActions({ request, generation, sampling, announce }: RequestActionsProps) {
  const blocker = generation.blockerOf(request)
  const isSending = blocker === 'sending'
  const edit = () => {
    generation.reuse(request)
    announce(strings.details.reused)
    document.getElementById('prompt')?.focus()
  }
  return (
    <div class="row">
      <Button secondary onClick={edit}>
        {strings.result.edit}
      </Button>
      <Button
        secondary
        // Not disabled while it is sent: the focus stays where it is.
        loading={isSending}
        disabled={blocker !== null && !isSending}
        title={blocker ? strings.blocker(blocker, modelOf(request)?.promptLimit ?? 0) : undefined}
        onClick={() => void generation.vary(request)}
      >
        {strings.result.variation(sampling.value ? null : priceOf(request))}
      </Button>
    </div>
  )
}

interface FileActionsProps {
  /** Names the file. */
  readonly prompt: string
  /** The picture as it is shown. */
  readonly svg: string
  /** Says in the panel and on the canvas what came of it. */
  readonly notify: (text: string, isError: boolean) => void
  /** Further buttons. */
  readonly children: ComponentChildren
}

/** The picture as text or as a file. */
export function FileActions({ prompt, svg, notify, children }: FileActionsProps) {
  const copy = () => {
    const isCopied = copyText(svg)
    notify(isCopied ? strings.details.copied : strings.result.notCopied, !isCopied)
  }
  return (
    <div class="row">
      <Button secondary onClick={copy}>
        {strings.result.copy}
      </Button>
      <Button secondary onClick={() => saveSvgFile(prompt, svg)}>
        {strings.result.save}
      </Button>
      {children}
    </div>
  )
}
