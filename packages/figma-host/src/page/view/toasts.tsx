import type { Session } from '../model/session'
import { dismissToast, toasts } from '../model/toasts'

/** The toasts of `figma.notify`, at the bottom of the canvas, newest at the bottom. */
export function Toasts({ session }: { readonly session: Session }) {
  return (
    <div class="toasts" role="status" aria-label="Notifications">
      {toasts.value.map(({ id, text, error, button }) => (
        <div key={id} class={error ? 'toast toast-error' : 'toast'} role={error ? 'alert' : undefined}>
          <span>{text}</span>
          {button !== null && (
            // The editor removes the toast afterwards, unless the plugin's function keeps it.
            <button type="button" onClick={() => session.editor.pressToastButton(id)}>
              {button}
            </button>
          )}
          <button type="button" aria-label="Dismiss" onClick={() => dismissToast(id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  )
}
