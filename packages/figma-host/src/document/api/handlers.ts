import type { Method } from '../capability'
import { callback } from '../check'
import type { GuestFunction } from '../guest-function'
import type { HandlerList } from '../session-types'

type Registration<Subject> = Method<Subject, [type: string, callback: GuestFunction], void>

/**
 * `on`, `once`, and `off` for a list of handlers. `typeOf` validates the event type and returns the name under which its handlers are
 * stored. The typings have one overload per event, so the type here is the general one.
 */
export function handlerMembers<Subject>(
  typeOf: (subject: Subject, type: unknown) => string,
  listOf: (subject: Subject) => HandlerList,
): Readonly<Record<'on' | 'once' | 'off', Registration<Subject>>> {
  const member = (name: 'on' | 'once' | 'off'): Registration<Subject> => ({
    call: (subject, type, handler) =>
      listOf(subject)[name](typeOf(subject, type), callback(handler, 'callback')),
  })
  return { on: member('on'), once: member('once'), off: member('off') }
}
