import { painted } from '../painted'

// This module runs in the panel's document.

const tab = (id: string) => document.getElementById(`tab-${id}`) as HTMLElement

/** Times of opening the history, in ms after the click. */
export interface Opening {
  /** Until the next frame is painted. */
  readonly seen: number
  /** Until a frame with all pictures is painted. */
  readonly whole: number
}

/** Opens the history. Rejects if the next frame is not filled with pictures, or if some are still missing a few frames later. */
export async function openHistory(pictures: number): Promise<Opening> {
  const start = performance.now()
  const cells = () => document.querySelectorAll('.tiles.many .tile')
  tab('history').click()
  await painted()
  const seen = performance.now() - start
  const last = [...cells()].at(-1)?.getBoundingClientRect()
  if (!last || last.bottom < innerHeight) throw new Error('the first frame is not full')
  for (let frames = 0; frames < 40 && cells().length < pictures; frames += 1) await painted()
  if (cells().length !== pictures) throw new Error(`${cells().length} pictures are shown`)
  return { seen, whole: performance.now() - start }
}

export async function closeHistory(): Promise<void> {
  tab('create').click()
  await painted()
}

/** Scrolls the history by a third of a row in each frame. Resolves to the frames per second. */
export async function scrollThrough(frames: number): Promise<number> {
  const box = document.querySelector('.scroll.lined') as HTMLElement
  box.scrollTop = 0
  const start = performance.now()
  for (let i = 0; i < frames; i += 1) {
    box.scrollTop += 40
    await new Promise(requestAnimationFrame)
  }
  return (frames * 1000) / (performance.now() - start)
}

/** Opens and closes the history repeatedly. */
export async function rounds(times: number, pictures: number): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    await openHistory(pictures)
    await closeHistory()
  }
}

/** Times of one keystroke or click, in ms after its first event. */
export interface Input {
  /** Until the views and the layout are up to date. */
  readonly own: number
  /** Until the next frame is painted. */
  readonly seen: number
}

/** The first and the last event of an input. */
const EVENTS = { keystroke: ['keydown', 'input'], click: ['pointerdown', 'click'] } as const

let input: Promise<Input> | null = null

/** Times the next keystroke or click. */
export function watchInput(kind: keyof typeof EVENTS): void {
  const [first, last] = EVENTS[kind]
  input = new Promise((resolve) => {
    let start = 0
    const begin = () => {
      start = performance.now()
    }
    // The window's listener runs last, after the microtasks of earlier listeners, in which the views are updated.
    const finish = () => {
      void document.body.offsetHeight
      const own = performance.now() - start
      void painted().then(() => resolve({ own, seen: performance.now() - start }))
    }
    addEventListener(first, begin, { capture: true, once: true })
    addEventListener(last, finish, { once: true })
  })
}

/** Resolves to the times of the keystroke or click after `watchInput`. */
export async function takeInput(): Promise<Input> {
  if (!input) throw new Error('no input was waited for')
  return input
}
