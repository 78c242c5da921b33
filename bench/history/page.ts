import { painted } from '../painted'

// All of this runs in the panel's own document.

const tab = (id: string) => document.getElementById(`tab-${id}`) as HTMLElement

/** Opens the history and gives the time from the click to the next painted frame, in ms. Rejects where it does not show so many pictures by then. */
export async function openHistory(pictures: number): Promise<number> {
  const start = performance.now()
  tab('history').click()
  await painted()
  const took = performance.now() - start
  const { length } = document.querySelectorAll('.grid-cell')
  if (length !== pictures) throw new Error(`${length} pictures are shown`)
  return took
}

export async function closeHistory(): Promise<void> {
  tab('create').click()
  await painted()
}

/** Opens and closes the history so many times. */
export async function rounds(times: number, pictures: number): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    await openHistory(pictures)
    await closeHistory()
  }
}

let strokes: number[] = []

/**
 * From now on every keystroke is timed: from its first event to when all that it led to is done, the views and the layout
 * with them.
 */
export function watchTyping(): void {
  let start = 0
  addEventListener(
    'keydown',
    () => {
      start = performance.now()
    },
    true,
  )
  addEventListener(
    'input',
    () => {
      const { port1, port2 } = new MessageChannel()
      // A task of its own comes after every effect of this one.
      port1.onmessage = () => {
        void document.body.offsetHeight
        strokes.push(performance.now() - start)
      }
      port2.postMessage(null)
    },
    true,
  )
}

/** The times of the keystrokes since the last call, in ms. */
export function takeStrokes(): number[] {
  const taken = strokes
  strokes = []
  return taken
}
