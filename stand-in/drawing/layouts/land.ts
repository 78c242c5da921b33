import { mixed, shaded } from '../colour'
import { ellipse, leaf } from '../geometry/shapes'
import { block } from '../motifs/buildings'
import { cactus, flower, grass, mushroom, pine, tree } from '../motifs/plants'
import { mountain } from '../motifs/sky'
import { hazy, layer, put, type Stage } from './stage'

/** The upper edge of a layer at a place. */
type EdgeAt = (x: number) => number

/** Everything between the sky and the front: mountains, towns, woods or plain hills. Returns the front's edge. */
export function drawLand(stage: Stage, horizon: number): EdgeAt {
  const { brief, palette, height, unit } = stage
  const depth = height - horizon
  const { settings } = brief
  const [far, middle, near, front] = palette.land
  if (settings.has('mountains')) drawRange(stage, horizon + depth * 0.2)
  if (settings.has('city')) drawSkyline(stage, horizon + depth * 0.34)
  else layer(stage, horizon + depth * 0.06, unit * 0.05, hazy(stage, far, 0.2))
  if (settings.has('desert')) drawDunes(stage, horizon, depth)
  else {
    const woods = settings.has('forest')
    const back = layer(stage, horizon + depth * 0.2, unit * 0.04, hazy(stage, middle, 0.12))
    drawTrees(stage, back, 0.055, woods ? 9 : 3, 0.4)
    const mid = layer(stage, horizon + depth * 0.4, unit * 0.035, near)
    drawTrees(stage, mid, woods ? 0.15 : 0.09, woods ? 6 : 2, 0.12)
  }
  return layer(stage, horizon + depth * 0.62, unit * 0.03, front, { fade: shaded(front, 0.25) })
}

/** Grass, flowers and stones along the front; called after the subjects, so that some of it stands before them. */
export function drawForeground(stage: Stage, edge: EdgeAt): void {
  const { width, height, unit, spread, random, palette, brief, pen } = stage
  const front = palette.land[3]
  const dry = brief.settings.has('desert')
  const count = Math.round(9 * spread)
  for (let index = 0; index < count; index++) {
    const x = ((index + random.between(0.1, 0.9)) / count) * width
    const top = edge(x)
    const y = top + (height - top) * random.between(0.3, 0.95)
    const size = unit * random.between(0.03, 0.05)
    const kind = random.next()
    if (dry) {
      if (kind < 0.4) put(stage, cactus, x, y - size * 1.2, size * 1.5, { label: `c${index}` })
      else pen.form(ellipse(x, y, size * 1.1, size * 0.5), mixed(front, palette.dark, 0.3))
    } else if (brief.settings.has('snow')) {
      pen.mark(ellipse(x, y, size * 1.6, size * 0.22), mixed(front, palette.sky[0], 0.35))
    } else if (kind < 0.55)
      put(stage, grass, x, y - size * 0.8, size, {
        main: mixed(palette.leaf, front, 0.35),
        label: `g${index}`,
      })
    else if (kind < 0.85) put(stage, flower, x, y - size * 1.3, size * 1.35, { label: `f${index}` })
    else if (kind < 0.93) put(stage, mushroom, x, y - size * 0.6, size * 0.8, { label: `m${index}` })
    else pen.form(ellipse(x, y, size, size * 0.55), mixed(front, palette.light, 0.35))
  }
}

/** Two rows of peaks, the farther one paler; `foot` is where they stand. */
export function drawRange(stage: Stage, foot: number): void {
  const { width, unit, spread, random, palette } = stage
  const base = mixed(palette.land[1], palette.dark, 0.25)
  for (const [row, haze] of [
    [0, 0.5],
    [1, 0.18],
  ] as const) {
    const count = Math.round(2 * spread) + 1 - row
    for (const index of random.shuffled(Array.from({ length: count }, (_, place) => place))) {
      const x = ((index + 0.5 + random.between(-0.22, 0.22)) / count) * width
      const size = Math.min(unit * 0.33, foot * 0.36) * random.between(0.75, 1) * (row === 0 ? 1.12 : 0.86)
      put(stage, mountain, x, foot - size * 0.94, size, {
        main: hazy(stage, base, haze),
        label: `peak${row}${index}`,
        mirror: random.chance(0.3),
      })
    }
  }
}

function drawSkyline(stage: Stage, foot: number): void {
  const { width, unit, random, palette } = stage
  for (const [row, haze, size] of [
    [0, 0.55, 0.3],
    [1, 0.2, 0.22],
  ] as const) {
    const step = unit * size * 0.56
    for (let x = -step * random.next(); x < width + step; x += step * random.between(0.9, 1.3)) {
      const half = unit * size * random.between(0.75, 1.15)
      const main = hazy(
        stage,
        random.pick([
          palette.land[1],
          palette.land[2],
          palette.land[3],
          mixed(palette.land[2], palette.accents[0], 0.4),
        ]),
        haze,
      )
      put(stage, block, x, foot - half + unit * 0.03, half, { main, label: `block${row}${x.toFixed(0)}` })
    }
  }
}

function drawTrees(stage: Stage, edge: EdgeAt, size: number, density: number, haze: number): void {
  const { width, unit, spread, random, palette, brief } = stage
  const firs = brief.settings.has('mountains') || brief.settings.has('snow') || random.chance(0.4)
  const count = Math.round(density * spread)
  for (let index = 0; index < count; index++) {
    const x = ((index + random.between(0.05, 0.95)) / count) * width
    const scale = unit * size * random.between(0.8, 1.25)
    const motif = random.chance(firs ? 0.85 : 0.2) ? pine : tree
    const main = hazy(
      stage,
      motif === pine ? shaded(palette.leaf, 0.3) : palette.leaf,
      haze + random.between(0, 0.12),
    )
    put(stage, motif, x, edge(x) - scale * 0.88, scale, { main, label: `tree${size}${index}` })
  }
}

function drawDunes(stage: Stage, horizon: number, depth: number): void {
  const { unit, palette, width, pen } = stage
  layer(stage, horizon + depth * 0.22, unit * 0.05, palette.land[1], { waves: 3 })
  const edge = layer(stage, horizon + depth * 0.4, unit * 0.05, palette.land[2], { waves: 3 })
  for (const share of [0.15, 0.45, 0.8]) {
    const x = width * share
    pen.mark(
      leaf([x, edge(x) + unit * 0.05], [x + unit * 0.3, edge(x) + unit * 0.07], unit * 0.02),
      mixed(palette.land[2], palette.land[1], 0.6),
    )
  }
}
