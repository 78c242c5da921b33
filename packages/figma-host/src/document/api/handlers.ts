import type { Method } from '../capability'
import { callback } from '../check'
import type { GuestFunction } from '../guest-function'
import type { HandlerList } from '../session-types'

type Registration<Subject> = Method<Subject, [type: string, callback: GuestFunction], void>

/**
 * `on`, `once` and `off` over a list of handlers. `typeOf` checks the kind of event and gives the name that its handlers
 * are kept under. The typings give one overload an event, so that the type here is the general one.
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
