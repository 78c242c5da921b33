import type { PluginAPI, ShowUIOptions, UIAPI } from '@figma/plugin-typings/plugin-api-standalone'
import type { Area } from '../capability'
import { boolean, callback, number, oneOf, optional, record, text } from '../check'
import { ApiError } from '../errors'
import { plainData } from '../plain-data'
import type { Session } from '../session'
import type { WindowControl } from '../session-types'
import { handlerMembers } from './handlers'

function openWindow({ window }: Session, purpose: string): WindowControl {
  if (!window.isOpen) throw new ApiError(`No UI to ${purpose}. Call figma.showUI first.`)
  return window
}

function showOptions(value: unknown): ShowUIOptions {
  const fields = record(value ?? {}, 'options', [
    'visible',
    'title',
    'width',
    'height',
    'position',
    'themeColors',
  ])
  const position =
    fields.position === undefined ? undefined : record(fields.position, 'options.position', ['x', 'y'])
  const options: ShowUIOptions = {}
  const size = (side: unknown, where: string) => number(side, where, 0)
  assign(options, 'visible', optional(fields.visible, 'options.visible', boolean))
  assign(options, 'title', optional(fields.title, 'options.title', text))
  assign(options, 'width', optional(fields.width, 'options.width', size))
  assign(options, 'height', optional(fields.height, 'options.height', size))
  assign(options, 'themeColors', optional(fields.themeColors, 'options.themeColors', boolean))
  if (position) {
    options.position = {
      x: number(position.x, 'options.position.x'),
      y: number(position.y, 'options.position.y'),
    }
  }
  return options
}

function assign<K extends keyof ShowUIOptions>(
  options: ShowUIOptions,
  key: K,
  value: ShowUIOptions[K] | undefined,
) {
  if (value !== undefined) options[key] = value
}

/** Opening the panel. */
export const showUI = {
  showUI: {
    call: ({ window }: Session, html, options) => window.open(text(html, 'html'), showOptions(options)),
  },
} satisfies Area<PluginAPI>

/** The panel: its window, and its messages. */
export const ui = {
  show: { call: (session: Session) => openWindow(session, 'show').setVisible(true) },
  hide: { call: (session: Session) => openWindow(session, 'hide').setVisible(false) },
  resize: {
    call: (session: Session, width, height) =>
      openWindow(session, 'resize').resize(number(width, 'width', 0), number(height, 'height', 0)),
  },
  reposition: {
    call: (session: Session, x, y) => openWindow(session, 'reposition').move(number(x, 'x'), number(y, 'y')),
  },
  close: { call: (session: Session) => openWindow(session, 'close').close() },
  postMessage: {
    call: (session: Session, message, options) => {
      optional(options, 'options', (value, where) => record(value, where, ['origin']))
      openWindow(session, 'send a message to').post(plainData(message, 'figma.ui.postMessage'))
    },
  },
  onmessage: {
    get: ({ messages }: Session) => messages.onmessage,
    set: ({ messages }: Session, value: unknown) => {
      messages.onmessage = optional(value, 'onmessage', callback)
    },
  },
  ...handlerMembers<Session>(
    (_, type) => oneOf(type, 'type', ['message']),
    ({ messages }) => messages,
  ),
} satisfies Area<UIAPI>
