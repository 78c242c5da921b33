import { mixed, type Rgb, shaded } from '../colour'
import { type Point, placed } from '../geometry/path'
import type { WidthAt } from '../geometry/ribbon'
import { ellipse } from '../geometry/shapes'
import { symmetric } from '../geometry/smooth'
import type { Motif, Pen } from '../pen'
import { drawHead } from './animal-head'
import { SPECIES, type Species } from './species'

/** A sitting animal, seen from the front: 2 high, standing at y = 1. */
export function sitting(name: keyof typeof SPECIES): Motif {
  return (pen, { main, random }) => {
    const species = coloured(SPECIES[name], main)
    const side = random.chance(0.5) ? pen : pen.at([-1, 0, 0, 1, 0, 0])
    drawTail(side, species)
    drawBody(pen, species)
    drawHead(pen.at(placed(0, -0.36, 0.46, random.between(-0.06, 0.06))), species)
  }
}

/** The same animal's face alone, filling about -1..1. */
export function face(name: keyof typeof SPECIES): Motif {
  return (pen, { main }) => {
    const species = coloured(SPECIES[name], main)
    const tall = species.ears === 'long' || species.antlers !== undefined
    const scale = tall || species.mane !== undefined ? 0.62 : 0.76
    drawHead(pen.at(placed(0, tall ? 0.42 : 0.16, scale)), species)
  }
}

function coloured(species: Species, main: Rgb | null): Species {
  return main === null ? species : { ...species, fur: main, dark: shaded(main, 0.6) }
}

function drawBody(pen: Pen, { fur, pale, dark, tail, face: markings }: Species): void {
  const darkLegs = tail === 'ringed' || tail === 'none' ? dark : mixed(fur, dark, 0.75)
  pen.both((side) => side.form(ellipse(0.36, 0.76, 0.24, 0.23, -0.3), shaded(fur, 0.1)))
  const torso = symmetric('0 -0.14, 0.26 -0.02, 0.4 0.38, 0.44 0.74, 0.34 0.95, 0 0.98')
  const bear = markings === 'patches'
  pen.form(torso, fur)
  if (bear) pen.markWithin(torso, symmetric('0 -0.4!, 0.7 -0.4!, 0.7 0.34!, 0.3 0.24, 0 0.28'), dark)
  else pen.mark(symmetric('0 -0.04, 0.17 0.04, 0.23 0.32, 0.15 0.62, 0 0.74'), pale)
  pen.both((side) => {
    side.form(ellipse(0.42, 0.93, 0.19, 0.085), darkLegs)
    const leg: Point[] = [
      [0.16, 0.36],
      [0.17, 0.62],
      [0.15, 0.92],
    ]
    side.band(leg, (along) => 0.19 - 0.03 * along, bear ? dark : fur)
    side.bandPart(leg, (along) => 0.19 - 0.03 * along, 0.62, 1, darkLegs)
  })
}

function drawTail(pen: Pen, { tail, fur, pale, dark }: Species): void {
  if (tail === 'none') return
  if (tail === 'puff') {
    pen.form(ellipse(0.52, 0.72, 0.17, 0.16), pale)
    return
  }
  const line: Point[] =
    tail === 'thin'
      ? [
          [0.3, 0.86],
          [0.66, 0.88],
          [0.82, 0.62],
          [0.74, 0.32],
          [0.86, 0.1],
        ]
      : [
          [0.26, 0.84],
          [0.6, 0.86],
          [0.84, 0.6],
          [0.82, 0.22],
          [0.9, -0.14],
        ]
  const width: WidthAt =
    tail === 'thin'
      ? (along) => 0.15 - 0.03 * along
      : (along) =>
          0.16 + 0.3 * Math.sin(Math.PI * Math.min(1, 0.12 + along * 0.82)) ** 1.1 - 0.14 * along ** 6
  pen.band(line, width, fur)
  if (tail === 'brush') pen.bandPart(line, width, 0.74, 1, pale)
  if (tail === 'thin') pen.bandPart(line, width, 0.84, 1, dark)
  if (tail === 'ringed') {
    for (const from of [0.22, 0.4, 0.58, 0.76, 0.92]) {
      pen.bandPart(line, width, from, Math.min(1, from + 0.085), mixed(fur, dark, 0.6))
    }
  }
}
