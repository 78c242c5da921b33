import { pathTo } from '../model/layers'
import type { Session } from '../model/session'
import { panBy } from '../model/viewport'

/** How far an arrow key moves the canvas, in screen px. With Shift five times as far. */
const arrowStep = 40

const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Figma's shortcuts for selecting by level: Enter goes in, Shift+Enter goes out, Escape selects nothing. */
function selectByKey(session: Session, { key, shiftKey }: KeyboardEvent): boolean {
  const { layers, selection } = session.page.value
  const path = pathTo(layers, selection[0] ?? '')
  if (key === 'Escape') session.select([])
  else if (key === 'Enter' && shiftKey) session.select(path.slice(-2, -1).map((layer) => layer.id))
  else if (key === 'Enter') {
    const children = path.at(-1)?.children ?? []
    if (children.length > 0) session.select(children.map((layer) => layer.id))
  } else return false
  return true
}

/** The shortcuts of the canvas while it has the focus. True when the key was one of them. */
export function canvasShortcut(session: Session, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const arrow = arrows[event.key]
  if (arrow === undefined) return selectByKey(session, event)
  const step = event.shiftKey ? 5 * arrowStep : arrowStep
  session.view.show(panBy(session.view.view.value, { x: arrow[0] * step, y: arrow[1] * step }))
  return true
}

/** The shortcuts that hold wherever the focus is on the page. True when the key was one of them. */
function pageShortcut(session: Session, event: KeyboardEvent): boolean {
  const { view } = session
  const command = event.ctrlKey || event.metaKey
  if (command && !event.altKey && event.key.toLowerCase() === 'z') {
    if (event.shiftKey) session.redo()
    else session.undo()
  } else if (command || event.altKey) return false
  else if (event.key === '+' || event.key === '=') view.zoomStep('in')
  else if (event.key === '-' || event.key === '−') view.zoomStep('out')
  else if (event.shiftKey && event.code === 'Digit0') view.zoomToActualSize()
  else if (event.shiftKey && event.code === 'Digit1') view.fitAll()
  else if (event.shiftKey && event.code === 'Digit2') view.fitSelection()
  else return false
  return true
}

/** Listens for the page's shortcuts. Returns what ends it. */
export function listenForShortcuts(session: Session): () => void {
  const listener = (event: KeyboardEvent): void => {
    const typing = event.target instanceof Element && event.target.closest('input, textarea, select') !== null
    if (!typing && !event.defaultPrevented && pageShortcut(session, event)) event.preventDefault()
  }
  addEventListener('keydown', listener)
  return () => removeEventListener('keydown', listener)
}
