import { useSignal } from '@preact/signals'
import type { Session } from '../model/session'
import { Icon } from './icons'
import './notices.css'

/** How long the Copy button says that it has copied, in ms. */
const copiedFor = 1_500

/** The key that works with the stand-in, for whoever tries the plugin without an account. */
export function DemoKeyHint({ demoKey }: { readonly demoKey: string }) {
  const open = useSignal(true)
  const copied = useSignal(false)
  if (!open.value) return null

  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(demoKey)
    copied.value = true
    setTimeout(() => {
      copied.value = false
    }, copiedFor)
  }
  return (
    <aside class="hint" aria-label="Demo key">
      <Icon name="key" />
      <span class="hint-text">
        To try it out, use the key <code>{demoKey}</code>
      </span>
      <button type="button" class="hint-copy" onClick={() => void copy()}>
        {copied.value ? 'Copied' : 'Copy'}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Hide the demo key"
        title="Hide"
        onClick={() => {
          open.value = false
        }}
      >
        <Icon name="close" />
      </button>
    </aside>
  )
}

/** A card in the middle that says what keeps things from working. */
export function ProblemCard({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div class="problem" role="alert">
      <Icon name="warning" />
      <h2>{title}</h2>
      <pre>{text}</pre>
    </div>
  )
}

/** Says that the plugin did not start, and why. */
export function StartFailure({ session }: { readonly session: Session }) {
  const text = session.failure.value
  return text === null ? null : <ProblemCard title={`${session.plugin.name} did not start`} text={text} />
}
