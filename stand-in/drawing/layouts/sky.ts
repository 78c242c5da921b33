import { hex, lightness, lit, mixed } from '../colour'
import { ellipse, sparkle } from '../geometry/shapes'
import { cloud, fullMoon, moon, sun } from '../motifs/sky'
import { gull } from '../motifs/winged'
import { put, type Stage } from './stage'

/** Sun or moon with a halo, stars, clouds and birds, whatever suits the brief. Returns where the light stands. */
export function drawSky(stage: Stage, horizon: number): readonly [number, number] {
  const { width, brief, random, palette } = stage
  const dark = lightness(palette.sky[0]) + lightness(palette.sky[1]) < 0.7
  const wants = (name: string): boolean => brief.subjects.some((subject) => subject.name === name)
  const x = width * random.pick([0.2, 0.26, 0.72, 0.8])
  const low = lightness(palette.sky[0]) < 0.35 && !dark
  const y = horizon * (low ? random.between(0.72, 0.8) : random.between(0.24, 0.4))
  if (dark || brief.settings.has('stars')) drawStars(stage, horizon)
  if (wants('sun') || !(dark || wants('moon') || wants('fullMoon'))) drawSun(stage, x, y, wants('sun'))
  else drawMoon(stage, x, y, wants('moon') || !wants('fullMoon'))
  drawClouds(stage, horizon, x, dark)
  return [x, y]
}

/** Small stars of two sizes, fewer towards the horizon. */
export function drawStars(stage: Stage, horizon: number): void {
  const { pen, width, unit, random, palette } = stage
  const count = Math.round(26 * (width / unit) * (horizon / unit))
  for (let index = 0; index < count; index++) {
    const x = random.between(0.02, 0.98) * width
    const y = random.next() ** 1.4 * horizon * 0.95
    const size = unit * random.between(0.003, 0.0065)
    const colour = mixed(palette.light, palette.sky[0], random.between(0, 0.35))
    if (index % 6 === 0) pen.detail(sparkle(x, y, size * 3.6), palette.light)
    else pen.detail(ellipse(x, y, size, size), colour)
  }
}

function drawSun(stage: Stage, x: number, y: number, withRays: boolean): void {
  const { pen, unit, palette, brief } = stage
  const main = brief.subjects.find(({ name }) => name === 'sun')?.colour ?? hex('fbd25e')
  const size = unit * 0.115
  for (const [reach, share] of [
    [2.5, 0.12],
    [1.9, 0.22],
    [1.42, 0.36],
  ] as const) {
    pen.backdrop(
      ellipse(x, y, size * reach, size * reach),
      mixed(mixed(palette.sky[0], palette.sky[1], 0.4), lit(main, 0.4), share),
    )
  }
  if (withRays) put(stage, sun, x, y, size * 1.5, { main })
  else pen.form(ellipse(x, y, size, size), lit(main, 0.2), { fade: main, round: false })
}

function drawMoon(stage: Stage, x: number, y: number, crescent: boolean): void {
  const { pen, unit, palette } = stage
  const size = unit * 0.11
  for (const [reach, share] of [
    [2.3, 0.08],
    [1.65, 0.16],
  ] as const) {
    pen.backdrop(
      ellipse(x, y, size * reach, size * reach),
      mixed(mixed(palette.sky[0], palette.sky[1], 0.3), palette.light, share),
    )
  }
  put(stage, crescent ? moon : fullMoon, x, y, size * 1.08)
}

function drawClouds(stage: Stage, horizon: number, lightX: number, dark: boolean): void {
  const { width, unit, spread, brief, random, palette } = stage
  const named = brief.subjects.find(({ name }) => name === 'cloud')
  const count = Math.round((dark ? 1.4 : 2.2) * spread) + (named === undefined ? 0 : 3)
  for (let index = 0; index < count; index++) {
    const x = ((index + random.between(0.15, 0.85)) / count) * width
    const near = Math.abs(x - lightX) < unit * 0.2
    const y = horizon * (near ? random.between(0.55, 0.7) : random.between(0.12, 0.62))
    const size = unit * random.between(0.05, 0.085) * (named === undefined ? 1 : 1.35)
    const main =
      named?.colour ??
      (dark ? mixed(palette.sky[0], palette.sky[1], 0.9) : mixed(palette.light, palette.sky[1], 0.15))
    put(stage, cloud, x, y, size, { main, mirror: random.chance(0.5), label: `cloud${index}` })
  }
  if (dark || brief.settings.has('rain')) return
  const flockX = random.between(0.3, 0.7) * width
  for (let index = 0; index < 3; index++) {
    put(
      stage,
      gull,
      flockX + unit * (index - 1) * 0.06,
      horizon * 0.34 + unit * 0.03 * Math.abs(index - 1),
      unit * random.between(0.014, 0.02),
    )
  }
}
