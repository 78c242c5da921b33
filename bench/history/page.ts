import { painted } from '../painted'

// All of this runs in the panel's own document.

const tab = (id: string) => document.getElementById(`tab-${id}`) as HTMLElement

/** What opening the history took from the click on, in ms. */
export interface Opening {
  /** To the next painted frame. */
  readonly seen: number
  /** To the painted frame in which every picture has its place. */
  readonly whole: number
}

/** Opens the history. Rejects where the next frame is not full of pictures, or a few frames later not every one of them is there. */
export async function openHistory(pictures: number): Promise<Opening> {
  const start = performance.now()
  const cells = () => document.querySelectorAll('.grid-cell')
  tab('history').click()
  await painted()
  const seen = performance.now() - start
  const last = [...cells()].at(-1)?.getBoundingClientRect()
  if (!last || last.bottom < innerHeight) throw new Error('the first frame is not full')
  for (let frames = 0; frames < 5 && cells().length < pictures; frames += 1) await painted()
  if (cells().length !== pictures) throw new Error(`${cells().length} pictures are shown`)
  return { seen, whole: performance.now() - start }
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

/** What one keystroke took, in ms. */
export interface Stroke {
  /** From its first event to when the views and the layout are what they become by it. */
  readonly own: number
  /** To when the next frame is painted. */
  readonly seen: number
}

let stroke: Promise<Stroke> | null = null

/** Times the next keystroke. */
export function watchStroke(): void {
  stroke = new Promise((resolve) => {
    let start = 0
    const press = () => {
      start = performance.now()
    }
    // The window is the last to hear of it. Whatever a listener before it has put off to a microtask is done by then: the views are.
    const type = () => {
      void document.body.offsetHeight
      const own = performance.now() - start
      void painted().then(() => resolve({ own, seen: performance.now() - start }))
    }
    addEventListener('keydown', press, { capture: true, once: true })
    addEventListener('input', type, { once: true })
  })
}

/** What the keystroke that was waited for took. */
export async function takeStroke(): Promise<Stroke> {
  if (!stroke) throw new Error('no keystroke was waited for')
  return stroke
}
