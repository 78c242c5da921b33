import type { Toast } from '../../editor/contract'
import type { Session } from '../model/session'
import { dismissToast, toasts } from '../model/toasts'
import { Icon } from './icons'
import './toasts.css'

function ToastView({ session, toast }: { readonly session: Session; readonly toast: Toast }) {
  const { id, text, error, button } = toast
  return (
    <div class={error ? 'toast toast-error' : 'toast'} role={error ? 'alert' : undefined}>
      <span class="toast-text">{text}</span>
      {button !== null && (
        <button
          type="button"
          class="toast-button"
          // The editor takes the toast away afterwards, unless the plugin's function keeps it.
          onClick={() => session.editor.pressToastButton(id)}
        >
          {button}
        </button>
      )}
      <button type="button" class="toast-close" aria-label="Dismiss" onClick={() => dismissToast(id)}>
        <Icon name="close" />
      </button>
    </div>
  )
}

/** What `figma.notify` says, at the bottom of the canvas, the newest lowest. */
export function Toasts({ session }: { readonly session: Session }) {
  return (
    <div class="toasts" role="status" aria-label="Notifications">
      {toasts.value.map((toast) => (
        <ToastView key={toast.id} session={session} toast={toast} />
      ))}
    </div>
  )
}
