import { hex, lightness, lit, mixed, type Rgb, saturation } from '../colour'
import { fitted } from '../geometry/fit'
import { boxOfPath, flatten, type Path, type Point } from '../geometry/path'
import { Raster } from '../geometry/raster'
import { offset } from '../geometry/ribbon'
import { rectangle } from '../geometry/shapes'
import type { Shape } from '../pen'
import type { Random } from '../random'
import type { Scene } from '../scene'
import type { Fill } from '../write'

interface Colours {
  readonly paper: Rgb
  readonly ink: Rgb
  readonly accent: Rgb
}

/**
 * Style `line_art`: even outlines, paper inside, one accent colour. An outline is a dark shape, grown by half the
 * line's width, under the same shape shrunk by as much in the inside's colour.
 */
export function renderLineArt(scene: Scene, random: Random): Fill[] {
  const { width, height, shapes, palette, ground } = scene
  const paper = lightness(ground) > 0.72 ? lit(ground, 0.45) : hex('fdfbf6')
  const colours: Colours = {
    paper,
    ink: random.pick([hex('1d2340'), hex('26222b'), hex('17323a')]),
    accent:
      saturation(ground) > 0.5 && lightness(ground) < 0.72
        ? lit(ground, 0.15)
        : (palette.accents[random.whole(0, 1)] ?? palette.accents[0]),
  }
  const raster = new Raster(width, height, 4)
  shapes.forEach((shape, index) => {
    if (shape.role === 'form' || shape.role === 'backdrop') raster.paint(shape.path, index + 1)
  })
  const seen = raster.counts()
  const unit = Math.min(width, height)
  return [
    { path: rectangle(0, 0, width, height), colour: paper },
    ...shapes.flatMap((shape, index): Fill[] => {
      const visible = shape.role === 'mark' || shape.role === 'detail' || (seen.get(index + 1) ?? 0) > 6
      return visible ? renderShape(shape, colours, unit) : []
    }),
  ]
}

function renderShape(shape: Shape, { paper, ink, accent }: Colours, unit: number): Fill[] {
  const { path, colour, role } = shape
  const { left, top, right, bottom } = boxOfPath(path)
  const size = Math.min(right - left, bottom - top)
  if (role === 'detail') return [{ path, colour: lightness(colour) < 0.6 ? ink : paper }]
  if (role === 'mark') {
    if (size < unit * 0.012)
      return [{ path, colour: lightness(colour) < 0.5 ? ink : accentTint(accent, paper) }]
    if (lightness(colour) < 0.3) return [{ path, colour: ink }]
    return saturation(colour) > 0.3
      ? outlined(path, unit * 0.0028, ink, accentTint(accent, paper))
      : outlined(path, unit * 0.0022, ink, paper)
  }
  const line = role === 'backdrop' ? unit * 0.0032 : size < unit * 0.06 ? unit * 0.0042 : unit * 0.0064
  return outlined(path, line, ink, insideOf(shape, paper, accent, ink, size / unit))
}

/** Strong colours of things become the accent, dark ones ink unless large; all else stays paper. `size`: as a part of the canvas. */
function insideOf({ colour, role }: Shape, paper: Rgb, accent: Rgb, ink: Rgb, size: number): Rgb {
  if (role === 'backdrop') return paper
  if (lightness(colour) < (size < 0.05 ? 0.3 : 0.24) && size < 0.16) return ink
  const warm = colour[0] > colour[2] + 60
  return saturation(colour) > 0.5 && warm
    ? accent
    : saturation(colour) > 0.32 && warm
      ? accentTint(accent, paper)
      : paper
}

function accentTint(accent: Rgb, paper: Rgb): Rgb {
  return mixed(accent, paper, 0.62)
}

function outlined(path: Path, width: number, ink: Rgb, inside: Rgb): Fill[] {
  const lines = path.map((contour) => flatten(contour, 8))
  const around = fitAll(lines.map((line) => offset(line, width / 2)))
  const within = fitAll(lines.map((line) => offset(line, -width / 2)))
  const dark: Fill = { path: around.length > 0 ? around : path, colour: ink }
  return within.length > 0 ? [dark, { path: within, colour: inside }] : [dark]
}

function fitAll(lines: readonly (readonly Point[])[]): Path {
  return lines.map((line) => fitted(line, 0.5)).filter((contour) => contour !== null)
}
