import { hex, lightness, mixed, type Rgb } from '../colour'
import { fitted } from '../geometry/fit'
import { boxOfPath, type Contour, flatten, type Path, type Point } from '../geometry/path'
import { Raster } from '../geometry/raster'
import { offset, ribbon, ring } from '../geometry/ribbon'
import { rectangle } from '../geometry/shapes'
import type { Shape } from '../pen'
import type { Random } from '../random'
import type { Scene } from '../scene'
import type { Fill } from '../write'
import { hatchLines } from './hatch'

/** Separate lines at most; beyond that, neighbouring lines share a path. */
const MOST_LINES = 640

interface Inks {
  readonly paper: Rgb
  readonly ink: Rgb
}

/** Style `engraving`: dark lines that swell with the shadow on a light ground, as cut with a burin. */
export function renderEngraving(scene: Scene, random: Random): Fill[] {
  const { width, height, shapes } = scene
  const inks = random.pick<Inks>([
    { paper: hex('fefefe'), ink: hex('0e0d12') },
    { paper: hex('fbf8f0'), ink: hex('111a33') },
    { paper: hex('f6efe0'), ink: hex('2b1a12') },
  ])
  const raster = new Raster(width, height, 4)
  shapes.forEach((shape, index) => {
    if (shape.role !== 'detail') raster.paint(shape.path, index + 1)
  })
  const seen = raster.counts()
  const sky = hatchFor(scene, { ...shapeOfCanvas(scene), index: 0 }, raster, random)
  const parts = shapes.map((shape, index) => {
    if (shape.role === 'detail') return { shape, lines: [] as Contour[] }
    if ((seen.get(index + 1) ?? 0) < 4) return { shape, lines: [] as Contour[], hidden: true }
    return { shape, lines: hatchFor(scene, { shape, index: index + 1 }, raster, random) }
  })
  const total = sky.length + parts.reduce((sum, { lines }) => sum + lines.length, 0)
  const bundle = Math.max(1, Math.ceil(total / MOST_LINES))
  return [
    { path: rectangle(0, 0, width, height), colour: inks.paper },
    ...bundled(sky, bundle, inks.ink),
    ...parts.flatMap(({ shape, lines, hidden = false }) =>
      hidden ? [] : renderShape(shape, lines, bundle, inks, scene),
    ),
  ]
}

function renderShape(
  shape: Shape,
  lines: readonly Contour[],
  bundle: number,
  { paper, ink }: Inks,
  scene: Scene,
): Fill[] {
  const { path, colour, role } = shape
  const dark = lightness(colour) < 0.55
  if (role === 'detail') return [{ path, colour: dark ? ink : paper }]
  const unit = Math.min(scene.width, scene.height)
  const hatch = bundled(lines, bundle, ink)
  if (role === 'mark') return [{ path, colour: paper }, ...hatch]
  const width = unit * (role === 'form' ? 0.0046 : 0.0026)
  const outlines = path.map((contour) => flatten(contour))
  const outline: Path = outlines.flatMap((line) => ring(line, width))
  return [
    { path: role === 'form' ? grown(path, outlines, unit * 0.0075) : path, colour: paper },
    ...hatch,
    { path: outline, colour: ink },
  ].filter((fill) => fill.path.length > 0)
}

/** A rim of bare paper around a form keeps it apart from the lines behind it. */
function grown(path: Path, outlines: readonly (readonly Point[])[], rim: number): Path {
  const wider = outlines.map((line) => fitted(offset(line, rim), 0.8)).filter((contour) => contour !== null)
  return wider.length === 1 ? wider : path
}

function bundled(lines: readonly Contour[], size: number, colour: Rgb): Fill[] {
  const fills: Fill[] = []
  for (let start = 0; start < lines.length; start += size)
    fills.push({ path: lines.slice(start, start + size), colour })
  return fills
}

function shapeOfCanvas({ width, height, ground, groundFade }: Scene): { shape: Shape } {
  const path = rectangle(0, 0, width, height)
  return {
    shape: {
      path,
      colour: groundFade === null ? ground : mixed(ground, groundFade, 0.35),
      role: 'backdrop',
      fade: null,
      round: false,
    },
  }
}

/** The lines of one shape: the darker its colour, the thicker; away from the light at the top left they swell. */
function hatchFor(
  scene: Scene,
  { shape, index }: { shape: Shape; index: number },
  raster: Raster,
  random: Random,
): Contour[] {
  const { left, top, right, bottom } = boxOfPath(shape.path)
  const unit = Math.min(scene.width, scene.height)
  const backdrop = shape.role === 'backdrop'
  const tone = 1 - lightness(shape.colour)
  if (tone < 0.07) return []
  const reach = Math.hypot(right - left, bottom - top) / 2
  const small = Math.min(right - left, bottom - top) < unit * 0.12
  const spacing = unit * (backdrop ? 0.0155 : small ? 0.0085 : 0.0108)
  const angle = backdrop
    ? random.between(-0.05, 0.05)
    : random.pick([-0.75, -0.5, 0.5, 0.8]) + random.between(-0.15, 0.15)
  const shading = (x: number, y: number): number => {
    const across = ((x - left) / (right - left || 1)) * 0.55 + ((y - top) / (bottom - top || 1)) * 0.45
    return backdrop
      ? index === 0
        ? 1.05 - 0.75 * (y / scene.height)
        : 0.75 + 0.4 * across
      : 0.35 + 0.95 * across
  }
  const weight = (x: number, y: number): number => tone ** 1.25 * shading(x, y)
  const lines = hatchLines(
    raster,
    index,
    {
      x: (left + right) / 2,
      y: (top + bottom) / 2,
      reach,
      angle,
      spacing,
      bow: backdrop ? 0 : random.between(0.12, 0.26),
    },
    unit * 0.012,
    (x, y) => weight(x, y) > 0.1,
  )
  return lines
    .map((line) => swelling(line, (x, y) => Math.min(0.82, weight(x, y) * 0.95) * spacing))
    .filter((contour) => contour !== null)
}

/** A line whose width follows the shading, with ends that run out to points. */
function swelling(line: readonly Point[], widthAt: (x: number, y: number) => number): Contour | null {
  return ribbon(
    line,
    (along) => {
      const [x, y] = line[Math.round(along * (line.length - 1))] ?? [0, 0]
      return widthAt(x, y) * Math.min(1, Math.sqrt(Math.min(along, 1 - along) / 0.12))
    },
    1.9,
  )
}
