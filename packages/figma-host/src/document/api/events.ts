import type { GuestFunction, Method } from '../capability'
import { callback, text } from '../check'
import { ApiError, notModeled } from '../errors'
import type { Session } from '../session'

const MODELED = ['run', 'close', 'selectionchange', 'currentpagechange', 'drop', 'documentchange']
const OTHERS = [
  'stylechange',
  'slidesviewchange',
  'canvasviewchange',
  'textreview',
  'timerstart',
  'timerstop',
  'timerpause',
  'timerresume',
  'timeradjust',
  'timerdone',
]

function eventType({ document, loadedPages }: Session, value: unknown): string {
  const type = text(value, 'type')
  if (type === 'documentchange' && !loadedPages.has(document.rootId)) {
    throw new ApiError(
      'Cannot register a documentchange handler before its pages are loaded. Await figma.loadAllPagesAsync() first.',
    )
  }
  if (MODELED.includes(type)) return type
  if (OTHERS.includes(type)) throw notModeled(`figma.on('${type}')`)
  throw new ApiError(`There is no event of the type "${type}"`)
}

type Registration = Method<Session, [type: string, callback: GuestFunction], void>

/** Events of the editor. The typings give one overload an event, so that the type here is the general one. */
export const events = {
  on: {
    call: (session, type, handler) =>
      session.events.on(eventType(session, type), callback(handler, 'callback')),
  },
  once: {
    call: (session, type, handler) =>
      session.events.once(eventType(session, type), callback(handler, 'callback')),
  },
  off: {
    call: (session, type, handler) =>
      session.events.off(eventType(session, type), callback(handler, 'callback')),
  },
} satisfies Record<'on' | 'once' | 'off', Registration>
