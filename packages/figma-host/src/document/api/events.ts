import { text } from '../check'
import { ApiError, notModeled } from '../errors'
import type { Session } from '../session'
import { handlerMembers } from './handlers'

const MODELED = ['run', 'close', 'selectionchange', 'currentpagechange', 'drop', 'documentchange']

function eventType({ document, loadedPages }: Session, value: unknown): string {
  const type = text(value, 'type')
  if (type === 'documentchange' && !loadedPages.has(document.rootId)) {
    throw new ApiError(
      'Cannot register a documentchange handler before its pages are loaded. Await figma.loadAllPagesAsync() first.',
    )
  }
  if (!MODELED.includes(type)) throw notModeled(`figma.on('${type}')`)
  return type
}

/** Events of the editor. */
export const events = handlerMembers<Session>(eventType, (session) => session.events)
