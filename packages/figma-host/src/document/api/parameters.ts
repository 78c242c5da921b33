import type { ParametersAPI } from '@figma/plugin-typings/plugin-api-standalone'
import type { Area } from '../capability'
import { callback, oneOf } from '../check'
import type { Session } from '../session'

const input = (type: unknown) => oneOf(type, 'type', ['input'])

/** Suggestions for the parameters that quick actions ask for. */
export const parameters = {
  on: {
    call: ({ parameters }: Session, type, handler) =>
      parameters.on(input(type), callback(handler, 'callback')),
  },
  once: {
    call: ({ parameters }: Session, type, handler) =>
      parameters.once(input(type), callback(handler, 'callback')),
  },
  off: {
    call: ({ parameters }: Session, type, handler) =>
      parameters.off(input(type), callback(handler, 'callback')),
  },
} satisfies Area<ParametersAPI, 'on' | 'once' | 'off'>
