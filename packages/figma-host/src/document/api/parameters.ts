import { oneOf } from '../check'
import type { Session } from '../session'
import { handlerMembers } from './handlers'

/** Suggestions for the parameters of quick actions. */
export const parameters = handlerMembers<Session>(
  (_, type) => oneOf(type, 'type', ['input']),
  (session) => session.parameters,
)
