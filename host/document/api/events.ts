import type { GuestFunction, Method } from '../capability'
import { callback, text } from '../check'
import { ApiError, notModelled } from '../errors'
import type { Session } from '../session'

const MODELLED = ['run', 'close', 'selectionchange', 'currentpagechange', 'drop']
const OTHERS = [
  'documentchange',
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

function eventType(value: unknown): string {
  const type = text(value, 'type')
  if (MODELLED.includes(type)) return type
  if (OTHERS.includes(type)) throw notModelled(`figma.on('${type}')`)
  throw new ApiError(`There is no event of the type "${type}"`)
}

type Registration = Method<Session, [type: string, callback: GuestFunction], void>

/** Events of the editor. The typings give one overload an event, so that the type here is the general one. */
export const events = {
  on: { call: ({ events }, type, handler) => events.on(eventType(type), callback(handler, 'callback')) },
  once: { call: ({ events }, type, handler) => events.once(eventType(type), callback(handler, 'callback')) },
  off: { call: ({ events }, type, handler) => events.off(eventType(type), callback(handler, 'callback')) },
} satisfies Record<'on' | 'once' | 'off', Registration>
