import { hex, lit, mixed, type Rgb, shaded } from '../colour'
import type { Path } from '../geometry/path'
import { ellipse } from '../geometry/shapes'
import { type Knot, type Knots, outline, symmetric } from '../geometry/smooth'
import type { Pen } from '../pen'
import { EYE, type Species } from './species'

const WHITE = hex('fffdf8')
const PINK = hex('e89a94')

const HEADS: Readonly<Record<Species['head'], string>> = {
  wedge: '0 -0.82, 0.5 -0.74, 0.86 -0.34, 0.98 0.02, 1.18 0.36!, 0.78 0.56, 0.36 0.88, 0 1',
  oval: '0 -0.8, 0.52 -0.7, 0.92 -0.24, 1 0.22, 0.72 0.66, 0.3 0.84, 0 0.87',
  round: '0 -0.86, 0.58 -0.72, 0.98 -0.2, 1.04 0.24, 0.8 0.66, 0.36 0.86, 0 0.9',
}

/** Draws an animal's face from the front, about 1 in radius around the origin; ears rise to about y = -1.5. */
export function drawHead(pen: Pen, species: Species): void {
  if (species.mane !== undefined) drawMane(pen, species.mane)
  if (species.antlers !== undefined) drawAntlers(pen, species.antlers)
  pen.both((side) => drawEar(side, species))
  const head = symmetric(HEADS[species.head])
  pen.form(head, species.fur)
  drawFace(pen, head, species)
  drawSnout(pen, species)
  pen.both((side) => drawEye(side, species.face === 'patches' || species.face === 'bandit'))
  if (species.whiskers) pen.both(drawWhiskers)
}

function drawEar(pen: Pen, { ears, fur, dark, pale, face }: Species): void {
  if (ears === 'pointed') {
    pen.form(outline('0.2 -0.68!, 0.42 -1.12, 0.76 -1.52!, 0.98 -0.98, 0.97 -0.2!'), fur)
    pen.mark(outline('0.42 -0.72!, 0.55 -1.02, 0.74 -1.27!, 0.85 -0.9, 0.84 -0.42!'), mixed(dark, PINK, 0.25))
  } else if (ears === 'long') {
    pen.form(ellipse(0.4, -1.3, 0.25, 0.72, 0.16), fur)
    pen.mark(ellipse(0.41, -1.26, 0.13, 0.52, 0.16), PINK)
  } else if (ears === 'floppy') {
    pen.form(outline('0.5 -0.74, 0.86 -0.78, 1.2 -0.4, 1.26 0.12, 1.06 0.3, 0.86 -0.06'), shaded(fur, 0.32))
  } else {
    const size = ears === 'big-round' ? 0.52 : 0.36
    const x = ears === 'big-round' ? 0.86 : 0.72
    pen.form(
      ellipse(x, -0.66, size, size * 0.98),
      ears === 'round' ? mixed(fur, dark, face === 'patches' ? 1 : 0.5) : fur,
    )
    pen.mark(
      ellipse(x - 0.02, -0.62, size * 0.58, size * 0.56),
      ears !== 'round' ? PINK : face === 'patches' ? mixed(dark, pale, 0.2) : pale,
    )
  }
}

function drawFace(pen: Pen, head: Path, { face, pale, dark, fur }: Species): void {
  const onHead = (knots: Knots, colour: Rgb): void =>
    pen.both((side) => side.markWithin(head, outline(knots), colour))
  if (face === 'cheeks') {
    onHead('0.02 1.2!, 0.02 0.52!, 0.24 0.3, 0.48 0.3, 0.72 0.24, 1.4 0.28!, 1.2 1.1!', pale)
    pen.both((side) => side.mark(ellipse(0.4, -0.32, 0.13, 0.08, -0.4), lit(fur, 0.35)))
  } else if (face === 'patches') {
    pen.both((side) => side.mark(ellipse(0.42, 0.02, 0.24, 0.31, 0.45), dark))
  } else if (face === 'bandit') {
    onHead('0 -0.04!, 0.35 -0.24, 0.8 -0.08, 1.3 0.28!, 0.9 0.36, 0.45 0.3, 0 0.16!', dark)
    pen.both((side) => side.mark(ellipse(0.45, -0.36, 0.26, 0.1, 0.15), pale))
  } else if (face === 'tears') {
    onHead('0.5 0.2!, 0.72 -0.02, 1.3 0.02!, 1.2 0.5, 0.78 0.66, 0.52 0.5', pale)
    pen.both((side) => side.mark(ellipse(0.42, -0.4, 0.2, 0.13, -0.2), pale))
    onHead('0.3 0.14, 0.52 0.1, 0.66 0.42, 0.6 1!, 0.34 1!, 0.4 0.5', mixed(fur, dark, 0.45))
  } else if (face === 'stripes') {
    const stripe = mixed(fur, dark, 0.8)
    pen.mark(taper(0, -0.84, 0, -0.38, 0.16), stripe)
    pen.both((side) => {
      side.mark(taper(0.3, -0.8, 0.2, -0.42, 0.14), stripe)
      side.markWithin(head, taper(1.15, 0.16, 0.7, 0.2, 0.15), stripe)
      side.markWithin(head, taper(1.1, 0.46, 0.7, 0.42, 0.15), stripe)
    })
  }
}

function drawSnout(pen: Pen, { pale, face, bigNose, head }: Species): void {
  if (bigNose) {
    pen.detail(ellipse(0, 0.22, 0.21, 0.3), EYE)
    pen.detail(ellipse(-0.07, 0.08, 0.06, 0.08, 0.4), mixed(EYE, WHITE, 0.45))
    pen.line('-0.18 0.62, 0 0.68, 0.18 0.62', 0.06, EYE)
    return
  }
  const low = head === 'wedge' ? 0.14 : 0
  if (face !== 'cheeks') pen.mark(ellipse(0, 0.46 + low * 0.5, 0.42, 0.32), pale)
  pen.detail(
    symmetric([
      [0, 0.24 + low],
      [0.16, 0.27 + low],
      [0.13, 0.39 + low],
      [0, 0.48 + low],
    ]),
    EYE,
  )
  pen.detail(ellipse(-0.05, 0.3 + low, 0.05, 0.025), mixed(EYE, WHITE, 0.5))
  pen.both((side) =>
    side.line(
      [
        [0, 0.46 + low],
        [0.03, 0.58 + low],
        [0.13, 0.64 + low],
        [0.23, 0.58 + low],
      ],
      0.055,
      EYE,
    ),
  )
}

function drawEye(pen: Pen, onDark: boolean): void {
  if (onDark) pen.detail(ellipse(0.4, 0.03, 0.15, 0.165), WHITE)
  pen.detail(ellipse(0.4, 0.04, 0.115, 0.14), EYE)
  pen.detail(ellipse(0.44, -0.01, 0.04, 0.045), WHITE)
}

function drawWhiskers(pen: Pen): void {
  pen.line('0.42 0.42, 0.8 0.36, 1.22 0.4', 0.03, EYE)
  pen.line('0.42 0.52, 0.8 0.54, 1.18 0.64', 0.03, EYE)
}

function drawMane(pen: Pen, colour: Rgb): void {
  const knots = Array.from({ length: 32 }, (_, index): Knot => {
    const angle = (index / 32) * 2 * Math.PI
    const reach = index % 2 === 0 ? 1.62 : 1.36
    return [Math.cos(angle) * reach, Math.sin(angle) * reach]
  })
  pen.form(outline(knots), colour)
  pen.mark(ellipse(0, 0, 1.24, 1.24), shaded(colour, 0.2))
}

function drawAntlers(pen: Pen, colour: Rgb): void {
  pen.both((side) => {
    side.band('0.3 -0.6, 0.5 -1.1, 0.9 -1.4, 0.96 -1.9', 0.11, colour, { round: false })
    side.band('0.5 -1.1, 0.4 -1.5, 0.5 -1.8', 0.09, colour, { round: false })
    side.band('0.84 -1.36, 1.2 -1.4, 1.36 -1.7', 0.09, colour, { round: false })
  })
}

/** A wedge from a wide end to a point. */
function taper(x: number, y: number, tipX: number, tipY: number, width: number): Path {
  const length = Math.hypot(tipX - x, tipY - y)
  const [nx, ny] = [((tipY - y) / length) * (width / 2), ((tipX - x) / length) * (width / 2)]
  return outline([
    [x + nx, y - ny, 1],
    [(x + tipX) / 2 + nx * 0.9, (y + tipY) / 2 - ny * 0.9],
    [tipX, tipY, 1],
    [(x + tipX) / 2 - nx * 0.9, (y + tipY) / 2 + ny * 0.9],
    [x - nx, y + ny, 1],
  ])
}
