import type { PluginAPI } from '@figma/plugin-typings/plugin-api-standalone'
import { type Area, AreaRef, MIXED } from '../capability'
import { boolean, bytes, callback, invalid, number, optional, record, text } from '../check'
import { ApiError } from '../errors'
import type { Session } from '../session'
import type { ToastRequest } from '../session-types'

/** Maximum length of a toast. Figma cuts off longer ones (Figma doc: notify); the host throws. */
const MAX_TOAST_LENGTH = 100
/** Default time of a toast in ms (Figma doc: notify). */
const TOAST_TIME = 3000

function toastRequest(message: unknown, options: unknown): ToastRequest {
  const fields = record(options ?? {}, 'options', ['timeout', 'error', 'onDequeue', 'button'])
  const button =
    fields.button === undefined ? null : record(fields.button, 'options.button', ['text', 'action'])
  const shown = text(message, 'message')
  if (shown.length > MAX_TOAST_LENGTH) {
    throw invalid(
      'message',
      `String must contain at most ${MAX_TOAST_LENGTH} character(s), received ${shown.length}`,
    )
  }
  return {
    text: shown,
    error: optional(fields.error, 'options.error', boolean) ?? false,
    timeout:
      fields.timeout === Number.POSITIVE_INFINITY
        ? Number.POSITIVE_INFINITY
        : (optional(fields.timeout, 'options.timeout', (value, where) => number(value, where, 0)) ??
          TOAST_TIME),
    onDequeue: optional(fields.onDequeue, 'options.onDequeue', callback) ?? null,
    button: button && {
      text: text(button.text, 'options.button.text'),
      action: callback(button.action, 'options.button.action'),
    },
  }
}

/** Information about the run. */
export const about = {
  apiVersion: { get: () => '1.0.0' as const },
  editorType: { get: ({ editorType }: Session) => editorType },
  mode: { get: () => 'default' as const },
  command: { get: ({ command }: Session) => command },
  pluginId: { get: ({ manifest }: Session) => manifest.id },
  // Only private plugins of an organization can read the file's key (Figma doc: fileKey).
  fileKey: { get: () => undefined },
  mixed: { get: () => MIXED },
  currentUser: {
    get: (): null => {
      throw new ApiError('"currentuser" permission is required in the manifest to access this property')
    },
  },
} satisfies Area<PluginAPI>

/** The API areas of `figma`. */
export const areas = {
  ui: { get: () => new AreaRef('figma.ui') },
  viewport: { get: () => new AreaRef('figma.viewport') },
  clientStorage: { get: () => new AreaRef('figma.clientStorage') },
  util: { get: () => new AreaRef('figma.util') },
  variables: { get: () => new AreaRef('figma.variables') },
  parameters: { get: () => new AreaRef('figma.parameters') },
} satisfies Partial<Record<keyof PluginAPI, { get: () => AreaRef }>>

/** The run: toasts, undo steps, and closing. */
export const run = {
  notify: {
    call: (session: Session, message, options) => ({
      cancel: session.notify(toastRequest(message, options)),
    }),
  },
  closePlugin: {
    call: (session: Session, message) => session.close(optional(message, 'message', text) ?? null),
  },
  commitUndo: { call: ({ document }: Session) => document.commitUndo() },
  triggerUndo: {
    call: ({ document }: Session) => {
      document.undo()
    },
  },
} satisfies Area<PluginAPI>

/** Base64, because the sandbox has no `btoa`. */
export const base64 = {
  base64Encode: {
    call: (_: Session, data) => {
      let binary = ''
      for (const byte of bytes(data, 'data')) binary += String.fromCharCode(byte)
      return btoa(binary)
    },
  },
  base64Decode: {
    call: (_: Session, data) => {
      try {
        return Uint8Array.from(atob(text(data, 'data')), (character) => character.charCodeAt(0))
      } catch {
        throw new ApiError('The text is not base64')
      }
    },
  },
} satisfies Area<PluginAPI>
