import { mixed } from '../colour'
import { ellipse, leaf } from '../geometry/shapes'
import type { Habitat } from '../motifs'
import type { WantedSubject } from '../prompt'
import { drawForeground, drawLand } from './land'
import { drawSpace } from './outer-space'
import { drawSky } from './sky'
import { individuals, put, type Setup, type Stage, subjectOf } from './stage'
import { drawBeach, drawSea, drawUnderwater, drawWaves } from './water'

/** Named things that the sky draws itself. */
const OF_THE_SKY: ReadonlySet<string> = new Set(['sun', 'moon', 'fullMoon', 'cloud', 'star'])

/** A picture with a place in it: land, sea, under water or space, with the named things where they belong. */
export function composeScene(stage: Stage): Setup {
  const { brief, palette, width, height } = stage
  const named = brief.subjects.filter(({ name }) => !OF_THE_SKY.has(name))
  const habitats = new Set(named.map((subject) => subjectOf(subject).habitat))
  const kind = kindOf(stage, habitats)
  const setup = {
    ground: brief.ground ?? palette.sky[0],
    groundFade: brief.ground === null ? palette.sky[1] : null,
  }
  if (kind === 'underwater') {
    drawUnderwater(stage)
    placeFloating(stage, named, 0.46)
    return { ...setup, focus: [width / 2, height * 0.46] }
  }
  if (kind === 'space') {
    drawSpace(stage)
    placeFloating(stage, named, 0.5)
    return { ...setup, focus: [width / 2, height / 2] }
  }
  const tall = height > width * 1.2
  if (kind === 'sea') {
    const horizon = height * (tall ? 0.56 : 0.52)
    const focus = drawSky(stage, horizon)
    drawSea(stage, horizon, focus[0])
    const standing = named.filter((subject) => subjectOf(subject).habitat === 'ground')
    placeFlying(stage, named, horizon)
    placeRow(
      stage,
      [
        ...named.filter((subject) => !standing.includes(subject) && subjectOf(subject).habitat !== 'air'),
        ...standing,
      ],
      () => height * 0.8,
      tall ? 0.36 : 0.27,
    )
    drawWaves(stage, height * 0.76)
    if (brief.settings.has('beach')) drawBeach(stage)
    return { ...setup, focus }
  }
  const horizon = height * (tall ? 0.6 : 0.54)
  const focus = drawSky(stage, horizon)
  const edge = drawLand(stage, horizon)
  placeFlying(stage, named, horizon)
  const standing = named.filter((subject) => subjectOf(subject).habitat !== 'air')
  placeRow(stage, standing, (x) => edge(x) + (height - edge(x)) * 0.36, tall ? 0.33 : 0.27)
  drawForeground(stage, edge)
  drawWeather(stage)
  return { ...setup, focus }
}

function kindOf({ brief }: Stage, habitats: ReadonlySet<Habitat>): 'land' | 'sea' | 'underwater' | 'space' {
  const { settings } = brief
  if (settings.has('underwater')) return 'underwater'
  if (habitats.has('afloat') || ((settings.has('sea') || settings.has('beach')) && !habitats.has('water')))
    return 'sea'
  if (habitats.has('water')) return 'underwater'
  const onLand = ['mountains', 'hills', 'forest', 'city', 'desert', 'snow'] as const
  if (settings.has('space') || (habitats.has('space') && !onLand.some((setting) => settings.has(setting))))
    return 'space'
  return 'land'
}

/** Things on the ground or the water, evenly across the width, the first named in the middle and largest. */
function placeRow(
  stage: Stage,
  wanted: readonly WantedSubject[],
  footAt: (x: number) => number,
  size: number,
): void {
  const { pen, width, unit, spread, random, palette } = stage
  const all = individuals(wanted, Math.round(2.4 * spread) + 1)
  const order = middleOut(all.length)
  const step = width / (all.length + (all.length > 1 ? 0.35 : 0))
  const placings = all.map((subject, index) => {
    const { half, draw, habitat } = subjectOf(subject)
    const slot = order[index] ?? index
    const x = width / 2 + (slot - (all.length - 1) / 2) * step + random.between(-0.03, 0.03) * unit
    const fit = Math.min(1, (step * 0.52) / (unit * size * half))
    const scale = unit * size * fit * (index === 0 ? 1 : random.between(0.72, 0.9))
    return { subject, draw, habitat, x, scale, foot: footAt(x) + (index % 2) * unit * 0.03, slot }
  })
  for (const { subject, draw, habitat, x, scale, foot, slot } of placings.sort(
    (one, other) => one.foot - other.foot,
  )) {
    if (habitat !== 'afloat')
      pen.mark(ellipse(x, foot, scale * 0.75, scale * 0.09), mixed(palette.land[3], palette.dark, 0.45))
    put(stage, draw, x, foot - scale, scale, {
      main: subject.colour,
      mirror: slot % 2 === 1,
      label: `${subject.name}${slot}`,
    })
  }
}

function placeFlying(stage: Stage, named: readonly WantedSubject[], horizon: number): void {
  const { width, unit, spread, random } = stage
  const flying = individuals(
    named.filter((subject) => subjectOf(subject).habitat === 'air'),
    Math.round(3 * spread),
  )
  const order = middleOut(flying.length)
  flying.forEach((subject, index) => {
    const slot = order[index] ?? index
    const size = unit * (index === 0 ? 0.25 : random.between(0.1, 0.16))
    const x = (width * (slot + 0.5)) / flying.length
    const y = horizon * (index === 0 ? 0.6 : random.between(0.34, 0.8))
    put(stage, subjectOf(subject).draw, x, y, size, {
      main: subject.colour,
      turn: random.between(-0.12, 0.12),
      label: `${subject.name}${index}`,
    })
  })
}

/** Things without a ground under them, the first in the middle, large and in front of its company. */
function placeFloating(stage: Stage, named: readonly WantedSubject[], middle: number): void {
  const { width, height, unit, spread, random } = stage
  const turnTo = random.between(0, 6)
  const placings = individuals(named, Math.round(3 * spread)).map((subject, index) => {
    const { draw, half, habitat } = subjectOf(subject)
    // The golden angle keeps the company of the first one well apart.
    const angle = turnTo + index * 2.39996
    const leading = index === 0
    return {
      subject,
      draw,
      size: leading
        ? Math.min(unit * 0.34, (unit * 0.46) / half)
        : (unit * random.between(0.1, 0.13)) / Math.max(1, half * 0.8),
      x: width / 2 + (leading ? 0 : Math.cos(angle) * width * 0.4),
      y: height * middle + (leading ? 0 : Math.sin(angle) * height * 0.36),
      turn: habitat === 'space' ? random.between(0.2, 0.5) : random.between(-0.08, 0.08),
    }
  })
  for (const { subject, draw, size, x, y, turn } of placings.reverse()) {
    put(stage, draw, x, y, size, { main: subject.colour, turn, label: `${subject.name}${x.toFixed(0)}` })
  }
}

function drawWeather({ pen, brief, width, height, unit, spread, random, palette }: Stage): void {
  const { settings } = brief
  const drops = settings.has('snow') || settings.has('rain') ? Math.round(60 * spread) : 0
  for (let index = 0; index < drops; index++) {
    const x = random.next() * width
    const y = random.next() * height
    const size = unit * random.between(0.004, 0.009)
    if (settings.has('snow')) pen.detail(ellipse(x, y, size, size), palette.light)
    else
      pen.detail(
        leaf([x, y], [x - size * 2, y + size * 6], size * 0.8),
        mixed(palette.water, palette.light, 0.5),
      )
  }
}

/** Positions 0 to count - 1 in the order middle, right of it, left of it, and so on. */
function middleOut(count: number): number[] {
  const middle = (count - 1) / 2
  return Array.from({ length: count }, (_, place) => place).sort(
    (one, other) => Math.abs(one - middle) - Math.abs(other - middle) || other - one,
  )
}
