import type { Size } from '../../parameters'
import { type Mood, PALETTES } from '../palette'
import { Pen } from '../pen'
import { type Brief, readPrompt } from '../prompt'
import type { Random } from '../random'
import type { Scene } from '../scene'
import { composeAbstract } from './abstract'
import { composeBadge } from './badge'
import { composePattern } from './pattern'
import { composeScene } from './scene'
import { composeSingle } from './single'
import { type Setup, type Stage, subjectOf } from './stage'

/** The long side of every view box (facts/figma-platform.md). */
const LONG_SIDE = 2048

/** Composes the picture that a prompt asks for, in the proportions of the size. */
export function compose(prompt: string, size: Size, random: Random): Scene {
  const brief = readPrompt(prompt)
  const [pixelWidth = 1, pixelHeight = 1] = size.split('x').map(Number)
  const scale = LONG_SIDE / Math.max(pixelWidth, pixelHeight)
  const width = Math.round(pixelWidth * scale)
  const height = Math.round(pixelHeight * scale)
  const unit = Math.min(width, height)
  const palette = PALETTES[moodOf(brief, random)]
  const pen = new Pen()
  const stage: Stage = { pen, brief, palette, random, width, height, unit, spread: width / unit }
  const setup = layoutOf(brief)(stage)
  return { width, height, ...setup, shapes: pen.shapes, palette }
}

function layoutOf({ subjects, settings, formats }: Brief): (stage: Stage) => Setup {
  if (formats.has('pattern')) return composePattern
  if (formats.has('badge')) return composeBadge
  if (formats.has('portrait') && subjects.length > 0) return composeSingle
  const places = settings.size > 0 || formats.has('scene')
  if (subjects.length === 0) return places ? composeScene : composeAbstract
  return places || subjects.some(isOutdoors) ? composeScene : composeSingle
}

/** Like the animals with a face of their own, these sit for their picture anywhere. */
const SIT_ANYWHERE: ReadonlySet<string> = new Set(
  'owl bird butterfly bee mushroom sunflower cactus star bicycle'.split(' '),
)

/** Houses, trees, boats and rockets need surroundings. */
function isOutdoors(subject: Brief['subjects'][number]): boolean {
  const { habitat, emblem } = subjectOf(subject)
  return habitat !== 'inside' && emblem === undefined && !SIT_ANYWHERE.has(subject.name)
}

function moodOf({ moods, settings, subjects }: Brief, random: Random): Mood {
  const named = moods.at(-1)
  if (named !== undefined) return named
  const names = new Set<string>(subjects.map(({ name }) => name))
  if (settings.has('stars') || names.has('moon') || names.has('fullMoon')) return 'night'
  if (settings.has('space') || names.has('rocket') || names.has('planet')) return 'space'
  if (settings.has('underwater') || subjects.some((subject) => subjectOf(subject).habitat === 'water'))
    return 'ocean'
  const outdoors = settings.size > 0 || subjects.some(isOutdoors)
  return random.pick(
    outdoors
      ? ['day', 'meadow', 'day', 'sunset', 'spring']
      : ['studio', 'spring', 'berry', 'day', 'autumn', 'meadow'],
  )
}
