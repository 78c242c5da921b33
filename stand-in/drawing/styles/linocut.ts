import { hex, lightness, type Rgb } from '../colour'
import { fitted } from '../geometry/fit'
import { areaOf, type Box, boxOf, type Contour, flatten, type Path, type Point } from '../geometry/path'
import { Raster } from '../geometry/raster'
import { offset, ribbon } from '../geometry/ribbon'
import { polygon } from '../geometry/smooth'
import type { Shape } from '../pen'
import type { Random } from '../random'
import type { Scene } from '../scene'
import type { Fill } from '../write'
import { hatchLines } from './hatch'

/** The three states of a print's surface: bare paper, ink, and the second colour. */
type Surface = 'paper' | 'ink' | 'second'

type Print = Readonly<Record<Surface, Rgb>>

const PRINTS: readonly Print[] = [
  { paper: hex('fbf6ea'), ink: hex('15131a'), second: hex('d5482f') },
  { paper: hex('f8f1de'), ink: hex('14243c'), second: hex('e0953a') },
  { paper: hex('fdf8ef'), ink: hex('1b1717'), second: hex('3e8f87') },
  { paper: hex('f6eedc'), ink: hex('2a1730'), second: hex('d9a441') },
]

/** What the parts of one print share. */
interface Block {
  readonly scene: Scene
  readonly random: Random
  readonly unit: number
  /** All shapes painted: where a gouge would be seen. */
  readonly seen: Raster
  /** The shapes painted so far: what lies under the next. */
  readonly under: Raster
  readonly surfaces: Surface[]
}

/** Style `linocut`: two inks on paper, rough edges, wedge-shaped gouges; few paths, each of many contours. */
export function renderLinocut(scene: Scene, random: Random): Fill[] {
  const { width, height, shapes, ground, groundFade } = scene
  const print = random.pick(PRINTS)
  const seen = new Raster(width, height, 5)
  for (const [index, shape] of shapes.entries())
    if (shape.role !== 'detail') seen.paint(shape.path, index + 1)
  const inked = groundFade !== null || lightness(ground) < 0.72
  const block: Block = {
    scene,
    random,
    unit: Math.min(width, height),
    seen,
    under: new Raster(width, height, 5),
    surfaces: [inked ? 'ink' : 'paper'],
  }
  const steps: Step[] = []
  if (inked) {
    steps.push({ surface: 'ink', path: blockEdge(block) }, { surface: 'paper', path: raysOf(block, 0) })
  }
  let layers = 0
  shapes.forEach((shape, index) => {
    const box = boxOf(shape.path.flatMap((contour) => flatten(contour, 30)))
    const isLayer = shape.role === 'backdrop' && box.right - box.left > width * 0.9
    if (isLayer) layers += 1
    const surface = surfaceOf(block, shape, box, isLayer ? layers : 0)
    if (surface !== null) {
      block.surfaces[index + 1] = surface
      steps.push(...renderShape(block, shape, index + 1, surface, box))
      block.under.paint(shape.path, index + 1)
    }
  })
  return printed(steps, print, width, height)
}

interface Step {
  readonly surface: Surface
  readonly path: Path
}

/** Neighbouring steps of one colour become one path, as a tracer would see them. */
function printed(steps: readonly Step[], print: Print, width: number, height: number): Fill[] {
  const canvas: Path = polygon([
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ])
  const fills: { path: Contour[]; colour: Rgb }[] = [{ path: [...canvas], colour: print.paper }]
  for (const { surface, path } of steps) {
    if (path.length === 0) continue
    const last = fills.at(-1)
    const colour = print[surface]
    if (last !== undefined && last.colour === colour && fills.length > 1) last.path.push(...path)
    else fills.push({ path: [...path], colour })
  }
  return fills
}

/** Null for glows and beams in front of a sky: a print has none. Layers of land take turns. */
function surfaceOf({ scene, under, surfaces }: Block, shape: Shape, box: Box, layer: number): Surface | null {
  const tone = lightness(shape.colour)
  const below = surfaces[under.at((box.left + box.right) / 2, (box.top + box.bottom) / 2)] ?? 'paper'
  if (shape.role === 'backdrop') {
    if (layer > 0) return layer % 2 === 1 ? 'second' : 'ink'
    if (scene.groundFade !== null) return null
    return shape.fade === null ? 'second' : 'ink'
  }
  const plain: Surface = tone < 0.42 ? 'ink' : tone > 0.68 ? 'paper' : 'second'
  if (shape.role === 'form' || plain !== below)
    return shape.role === 'detail' && plain === 'second' ? 'ink' : plain
  return plain === 'ink' ? 'paper' : shape.role === 'detail' || plain === 'second' ? 'ink' : 'second'
}

function renderShape(block: Block, shape: Shape, id: number, surface: Surface, box: Box): Step[] {
  const { unit, random } = block
  const size = Math.min(box.right - box.left, box.bottom - box.top)
  const lines = shape.path.map((contour) => flatten(contour, 14))
  if (shape.role === 'detail' || size < unit * 0.014) return [{ surface, path: oriented(lines, 0.8) }]
  const rough = oriented(
    lines.map((line) => roughened(line, unit * 0.0016, random)),
    1.1,
  )
  const gouges: Step = {
    surface: surface === 'paper' ? 'ink' : 'paper',
    path: gougesOf(block, id, surface, box, shape),
  }
  if (shape.role === 'mark')
    return size > unit * 0.05 ? [{ surface, path: rough }, gouges] : [{ surface, path: rough }]
  const gap = unit * (shape.role === 'backdrop' ? 0.006 : size < unit * 0.05 ? 0.0028 : 0.0052)
  const around = oriented(
    lines.map((line) => offset(line, gap)),
    1.1,
  )
  return [{ surface: surface === 'paper' ? 'ink' : 'paper', path: around }, { surface, path: rough }, gouges]
}

/** Cuts along the form: light ones on the lit side of ink, dark ones on the shadow side of paper. */
function gougesOf(block: Block, id: number, surface: Surface, box: Box, { role, colour }: Shape): Path {
  const { seen, unit, random, scene } = block
  const [w, h] = [box.right - box.left, box.bottom - box.top]
  if (Math.min(w, h) < unit * 0.035) return []
  const backdrop = role === 'backdrop'
  if (backdrop && w < scene.width * 0.9) return raysOf(block, id)
  const spacing = unit * (backdrop ? 0.017 : Math.min(w, h) < unit * 0.12 ? 0.0105 : 0.0135)
  const strength = surface === 'paper' ? 1.2 - lightness(colour) : 0.75
  const lines = hatchLines(
    seen,
    id,
    {
      x: box.left + w / 2,
      y: box.top + h / 2,
      reach: Math.hypot(w, h) / 2,
      angle: backdrop ? random.between(-0.08, 0.08) : random.pick([0.5, -0.6, 1.1]),
      spacing,
      bow: backdrop ? 0.02 : random.between(0.15, 0.3),
    },
    unit * 0.014,
    (x, y) => {
      const shade = ((x - box.left) / w) * 0.55 + ((y - box.top) / h) * 0.45
      return surface === 'paper' ? shade > 0.62 : backdrop || shade < 0.48
    },
  )
  return lines.flatMap((line) =>
    dashes(line, spacing * 0.62 * strength, unit * (backdrop ? 0.16 : 0.1), random),
  )
}

/** Gouges that radiate from the focus over whatever shows this id; 0 is the sky. */
function raysOf({ seen, unit, random, scene }: Block, id: number): Path {
  const { width, height, focus } = scene
  const contours: Contour[] = []
  const far = Math.hypot(width, height)
  const rays = 150
  const margin = unit * 0.03
  for (let ray = 0; ray < rays; ray++) {
    const angle = ((ray + random.between(-0.2, 0.2)) / rays) * 2 * Math.PI
    let open: Point[] = []
    const close = (): void => {
      if (open.length > 3) contours.push(...dashes(open, unit * 0.0085, unit * 0.12, random))
      open = []
    }
    for (let reach = unit * (0.2 + 0.05 * (ray % 3)); reach < far; reach += 9) {
      const [x, y] = [focus[0] + Math.cos(angle) * reach, focus[1] + Math.sin(angle) * reach]
      const inside = x > margin && y > margin && x < width - margin && y < height - margin
      // Every second ray starts farther out, so that the gouges keep their distance.
      const crowded = (ray % 2 === 1 && reach < unit * 0.45) || (ray % 4 === 2 && reach < unit * 0.3)
      if (inside && !crowded && seen.at(x, y) === id) open.push([x, y])
      else close()
    }
    close()
  }
  return contours
}

/** Cuts a line into wedges: blunt where the tool went in, thin where it came out. */
function dashes(line: readonly Point[], width: number, longest: number, random: Random): Contour[] {
  const contours: Contour[] = []
  let start = 0
  while (start < line.length - 2) {
    const count = Math.max(3, Math.round((random.between(0.35, 1) * longest) / 8))
    const piece = line.slice(start, start + count)
    const thick = width * random.between(0.6, 1.15)
    const contour = ribbon(
      piece,
      (along) => thick * Math.min(1, along / 0.12 + 0.25) * (1 - along) ** 0.7,
      1.1,
      'cut',
    )
    if (contour !== null) contours.push(contour)
    start += count + random.whole(1, 3)
  }
  return contours.flatMap((contour) => oriented([flatten(contour, 20)], 0.9))
}

/** A ragged rectangle just inside the paper's edge. */
function blockEdge({ scene, unit, random }: Block): Path {
  const inset = unit * 0.022
  const { width, height } = scene
  const corners: readonly Point[] = [
    [inset, inset],
    [width - inset, inset],
    [width - inset, height - inset],
    [inset, height - inset],
  ]
  const points = corners.flatMap((from, index): Point[] => {
    const to = corners[(index + 1) % 4] ?? from
    const steps = 26
    return Array.from({ length: steps }, (_, step): Point => {
      const share = step / steps
      const jitter = (): number => random.between(-0.0035, 0.0035) * unit
      return [from[0] + (to[0] - from[0]) * share + jitter(), from[1] + (to[1] - from[1]) * share + jitter()]
    })
  })
  return polygon(points)
}

function roughened(line: readonly Point[], amount: number, random: Random): Point[] {
  return line.map(
    ([x, y]): Point => [x + random.between(-amount, amount), y + random.between(-amount, amount)],
  )
}

/** All contours the same way round, so that overlaps in one path stay filled; holes keep their direction. */
function oriented(lines: readonly (readonly Point[])[], tolerance: number): Contour[] {
  const [first] = lines
  const flip = first !== undefined && areaOf(first) < 0
  return lines
    .map((line) => fitted(flip ? [...line].reverse() : line, tolerance))
    .filter((contour) => contour !== null)
}
