import { launchChromium } from 'figma-host/browser'
import type { Browser, Frame, Page } from 'playwright-core'
import { keptPictures } from '../../test/support/kept-pictures'
import { type FakeJournal, openStage, type Stage } from '../../test/support/panel-stage'
import type { Figure, Row } from '../figure'
import { bundle } from '../vector/bundle'
import { generatedPicture } from '../vector/generated-picture'
import { median } from '../vector/node-time'
import { memoryOf } from './memory'
import type * as scriptModule from './page'
import type { Input, Opening } from './page'

const PICTURES = 500
/** Number of shapes with which 500 compressed pictures fill the storage. */
const SHAPES = 30

/** Number of shapes of a large picture. */
const LARGE = 1000

const OPENINGS = 15
/** Limits in ms: opening must feel instantaneous, and keystrokes and clicks must not feel delayed. */
const MAX_OPENING_MS = 100
const MAX_INPUT_MS = 50
/** Minimum frames per second while scrolling; the screen has 60. */
const MIN_FRAMES = 59
/** Number of frames to scroll for. */
const SCROLLED = 240
const WARM_UP = 20
const ROUNDS = 200
/** Maximum growth of the heap between WARM_UP and ROUNDS, in %. */
const MAX_GROWTH = 5

const WORDS = [
  'red',
  'fox',
  'under',
  'a',
  'yellow',
  'moon',
  'snow',
  'pine',
  'lighthouse',
  'at',
  'dusk',
  'owl',
]
const TYPED = 'a fox under the moon, flat colors, pine trees and an owl'

/** What is clicked while a large picture is prepared: the same controls again and again, each of which changes the view. */
const CLICKED = ['#tab-history', '#tab-create', '.tile img', '#tab-settings', '#tab-create', '.tile img']
const CLICK_ROUNDS = 3

type Script = typeof scriptModule

/** Measures the panel with 500 pictures in its history: opening, typing, and memory. Needs `npm run build`. */
export async function history(): Promise<Figure> {
  const browser = await launchChromium()
  try {
    return {
      name: 'history',
      title: `History: ${PICTURES} pictures of ${SHAPES} shapes, in Chromium`,
      columns: [
        { key: 'what', heading: 'what' },
        { key: 'unit', heading: 'unit' },
        { key: 'first', heading: 'first', digits: 1 },
        { key: 'median', heading: 'median', digits: 1 },
        { key: 'most', heading: '95th percentile', digits: 1 },
        { key: 'worst', heading: 'worst', digits: 1 },
        { key: 'bar', heading: 'bar' },
      ],
      rows: await measure(browser),
    }
  } finally {
    await browser.close()
  }
}

async function measure(browser: Browser): Promise<Row[]> {
  const journal = keptPictures(
    Array.from({ length: PICTURES }, (_, i) => ({
      prompt: Array.from({ length: 9 }, (__, j) => WORDS[(i * 7 + j * (1 + (i % 5))) % WORDS.length]).join(
        ' ',
      ),
      svg: generatedPicture(SHAPES, i + 1),
    })),
  )
  const preparing = await whilePreparing(browser, ({ page }, frame) => type(page, frame, '#prompt'))
  const clicking = await whilePreparing(browser, click)
  const scrollingAtFirst = await scrollAtFirst(browser, journal)
  const { stage, frame } = await open(browser, journal)
  const { page, panel } = stage

  const openings: Opening[] = []
  for (let i = 0; i < OPENINGS; i += 1) {
    openings.push(await inPanel(frame, 'openHistory', PICTURES))
    // After the first opening, the pictures in view are read and prepared.
    await panel.locator('#tab-panel .tile img').nth(3).waitFor()
    await inPanel(frame, 'closeHistory')
  }
  const prompting = await type(page, frame, '#prompt')
  await frame.locator('#prompt').fill('')
  await inPanel(frame, 'openHistory', PICTURES)
  const scrolling = await inPanel(frame, 'scrollThrough', SCROLLED)
  const searching = await type(page, frame, '#history-search')
  await frame.locator('#history-search').fill('')
  await inPanel(frame, 'closeHistory')
  await inPanel(frame, 'rounds', WARM_UP, PICTURES)
  const before = await memoryOf(page, frame)
  await inPanel(frame, 'rounds', ROUNDS - WARM_UP, PICTURES)
  const after = await memoryOf(page, frame)
  await stage.close()
  return [
    times(
      'opening the history, to the painted frame',
      openings.map(({ seen }) => seen),
      MAX_OPENING_MS,
    ),
    times(
      '… to the frame with all of it',
      openings.map(({ whole }) => whole),
      null,
    ),
    ...strokes('the prompt field', prompting),
    ...strokes('the search field', searching),
    ...strokes(`the prompt while ${LARGE} shapes are prepared`, preparing),
    ...inputs(`a click on a tab or a tile while ${LARGE} shapes are prepared`, clicking),
    frameRate('scrolling: frames', scrolling, MIN_FRAMES),
    frameRate('… right after opening, while pictures are added to the list', scrollingAtFirst, null),
    memory(
      `heap after ${WARM_UP} and ${ROUNDS} rounds`,
      'MB',
      before.heap / 1e6,
      after.heap / 1e6,
      MAX_GROWTH,
    ),
    memory(`nodes after ${WARM_UP} and ${ROUNDS} rounds`, 'nodes', before.nodes, after.nodes, 0),
  ]
}

/** Opens the panel with stored pictures, and loads `page.ts` into it. */
async function open(browser: Browser, journal: FakeJournal) {
  const stage = await openStage(browser, {
    settings: { apiKey: 'SG_bench' },
    journal,
    reducedMotion: false,
  })
  const { page, panel } = stage
  await panel.locator('[aria-keyshortcuts="ArrowUp"]').waitFor()
  const frame = page.frames().find((each) => each.url().startsWith('data:'))
  if (!frame) throw new Error('there is no panel')
  // `evaluate` works in spite of the panel's Content-Security-Policy, which blocks added script elements.
  await frame.evaluate(
    `${await bundle(new URL('page.ts', import.meta.url))};globalThis.inkwright = inkwright`,
  )
  return { stage, frame }
}

/** Uses the panel right after opening, while a large picture is read and prepared for its tile. */
async function whilePreparing(
  browser: Browser,
  use: (stage: Stage, frame: Frame) => Promise<Input[]>,
): Promise<Input[]> {
  const { stage, frame } = await open(
    browser,
    keptPictures([{ prompt: 'a fox', svg: generatedPicture(LARGE, 1) }]),
  )
  const used = await use(stage, frame)
  await stage.close()
  return used
}

/** Opens the history, and scrolls it before all pictures are in the list. Resolves to the frames per second. */
async function scrollAtFirst(browser: Browser, journal: FakeJournal): Promise<number> {
  const { stage, frame } = await open(browser, journal)
  await frame.locator('#tab-history').click()
  const frames = await inPanel(frame, 'scrollThrough', SCROLLED)
  await stage.close()
  return frames
}

/** Calls a function of `page.ts` in the panel. */
const inPanel = <K extends keyof Script>(frame: Frame, name: K, ...parameters: Parameters<Script[K]>) =>
  frame.evaluate(
    ([called, given]) => {
      const { inkwright } = globalThis as unknown as { readonly inkwright: Script }
      return (inkwright[called] as (...all: unknown[]) => unknown)(...given)
    },
    [name, parameters] as const,
  ) as Promise<Awaited<ReturnType<Script[K]>>>

/** Presses one key after another. Resolves to the times of each keystroke. */
async function type(page: Page, frame: Frame, field: string): Promise<Input[]> {
  const strokes: Input[] = []
  await frame.locator(field).focus()
  for (const letter of TYPED) {
    await inPanel(frame, 'watchInput', 'keystroke')
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    strokes.push(await inPanel(frame, 'takeInput'))
  }
  return strokes
}

/** Clicks one control after another. Resolves to the times of each click. */
async function click({ panel }: Stage, frame: Frame): Promise<Input[]> {
  const clicks: Input[] = []
  for (const control of Array.from({ length: CLICK_ROUNDS }, () => CLICKED).flat()) {
    await inPanel(frame, 'watchInput', 'click')
    await panel.locator(control).first().click()
    clicks.push(await inPanel(frame, 'takeInput'))
  }
  return clicks
}

const strokes = (field: string, all: readonly Input[]): Row[] => inputs(`a keystroke in ${field}`, all)

/** Returns the rows for keystrokes or clicks. The time to the painted frame is for information only. */
const inputs = (what: string, all: readonly Input[]): Row[] => [
  times(
    what,
    all.map(({ own }) => own),
    MAX_INPUT_MS,
  ),
  times(
    `… to the painted frame`,
    all.map(({ seen }) => seen),
    null,
  ),
]

/** Returns a row. If there is a limit `bar`, even the worst time must be within it. */
function times(what: string, all: readonly number[], bar: number | null): Row {
  const sorted = [...all].sort((a, b) => a - b)
  const most = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN
  const worst = sorted.at(-1) ?? Number.NaN
  const cells = {
    what,
    unit: 'ms',
    first: all[0] ?? Number.NaN,
    median: median(all),
    most,
    worst,
    bar: bar === null ? '' : `≤ ${bar}`,
  }
  return { cells, met: bar === null ? null : worst <= bar }
}

function frameRate(what: string, frames: number, bar: number | null): Row {
  const text = bar === null ? '' : `≥ ${bar}`
  const cells = { what, unit: '1/s', first: '', median: frames, most: '', worst: '', bar: text }
  return { cells, met: bar === null ? null : frames >= bar }
}

function memory(what: string, unit: string, before: number, after: number, growth: number): Row {
  const cells = { what, unit, first: before, median: '', most: '', worst: after, bar: `≤ ${growth} % more` }
  return { cells, met: after <= before * (1 + growth / 100) }
}
