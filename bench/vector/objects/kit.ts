import { bar, box, covered, ellipse, type Polygon, type Region } from './regions'

/** A path of an object, in a square with side 100. */
export interface Part {
  readonly color: string
  readonly region: Region
}

/** Makes an object: its parts, from back to front. Empty if it cannot be used. */
export type Make = (random: () => number, colors: readonly string[]) => readonly Part[]

/** The index of its color among the object's colors, and its polygons. */
type Drawn = readonly [color: number, polygons: readonly Polygon[]]

const poly = (...points: number[]): Polygon => points

/** Objects with several parts: stacked, side by side, separate, outlined. */
const drawn: readonly ((random: () => number) => readonly Drawn[])[] = [
  // A house with a roof, a door and windows.
  (random) => [
    [0, [box(15, 45, 85, 98)]],
    [1, [poly(5, 45, 50, 5, 95, 45)]],
    [2, [box(42, 65, 58, 98)]],
    ...(random() < 0.7
      ? ([
          [3, [box(22, 58, 36, 74)]],
          [3, [box(64, 58, 78, 74)]],
        ] as const)
      : []),
    [2, [box(68, 8, 78, 28)]],
  ],
  // A fish.
  () => [
    [0, [poly(2, 25, 30, 50, 2, 75)]],
    [1, [ellipse(58, 50, 40, 26)]],
    [0, [poly(48, 27, 70, 10, 75, 28)]],
    [2, [ellipse(80, 44, 6)]],
    [3, [ellipse(81, 44, 3)]],
    [0, [poly(50, 50, 62, 58, 48, 66)]],
  ],
  // A tree with fruit.
  (random) => [
    [0, [box(43, 55, 57, 98)]],
    [1, [ellipse(50, 36, 38, 34)]],
    ...Array.from({ length: 3 + Math.floor(random() * 3) }, (_, i): Drawn => {
      const angle = i * 1.3 + random()
      return [2, [ellipse(50 + 22 * Math.cos(angle), 36 + 18 * Math.sin(angle), 5)]]
    }),
  ],
  // A sailboat.
  () => [
    [0, [poly(5, 70, 95, 70, 78, 96, 22, 96)]],
    [1, [box(47, 5, 51, 70)]],
    [2, [poly(53, 8, 53, 66, 90, 66)]],
    [3, [poly(45, 20, 45, 66, 14, 66)]],
    [1, [box(18, 76, 82, 80)]],
  ],
  // A flower in a pot.
  () => [
    [0, [poly(28, 68, 72, 68, 64, 98, 36, 98)]],
    [0, [box(24, 62, 76, 70)]],
    [1, [bar(50, 62, 50, 34, 5)]],
    [1, [poly(50, 55, 70, 44, 66, 56)]],
    ...Array.from({ length: 6 }, (_, i): Drawn => {
      const angle = (i * Math.PI) / 3
      return [2, [ellipse(50 + 15 * Math.cos(angle), 22 + 13 * Math.sin(angle), 9)]]
    }),
    [3, [ellipse(50, 22, 9)]],
  ],
  // A lamp: shade, stand, and foot, separate from its rays.
  () => [
    [0, [poly(30, 30, 70, 30, 84, 62, 16, 62)]],
    [1, [box(47, 62, 53, 90)]],
    [1, [ellipse(50, 93, 22, 6)]],
    [2, [bar(50, 4, 50, 20, 4)]],
    [2, [bar(16, 12, 26, 24, 4)]],
    [2, [bar(84, 12, 74, 24, 4)]],
  ],
  // A robot with its own outline.
  () => [
    [0, [box(20, 12, 80, 56)]],
    [1, [box(24, 16, 76, 52)]],
    [0, [box(28, 58, 72, 92)]],
    [2, [box(32, 62, 68, 88)]],
    [3, [ellipse(38, 32, 7)]],
    [3, [ellipse(62, 32, 7)]],
    [0, [box(40, 43, 60, 47)]],
    [0, [bar(50, 12, 50, 3, 4)]],
    [0, [bar(28, 64, 12, 78, 6)]],
    [0, [bar(72, 64, 88, 78, 6)]],
  ],
  // A chart: bars that do not touch.
  (random) =>
    Array.from({ length: 4 }, (_, i): Drawn => {
      const top = 20 + random() * 50
      return [i % 3, [box(8 + 22 * i, top, 24 + 22 * i, 96)]]
    }),
  // A cup with steam.
  () => [
    [0, [box(18, 45, 70, 90)]],
    [0, [box(70, 52, 88, 58), box(82, 58, 88, 74), box(70, 74, 88, 80)]],
    [1, [ellipse(44, 45, 26, 6)]],
    [2, [bar(34, 34, 38, 14, 4)]],
    [2, [bar(50, 34, 54, 14, 4)]],
    [0, [ellipse(44, 93, 34, 4)]],
  ],
  // A car.
  () => [
    [0, [poly(25, 50, 36, 28, 66, 28, 80, 50)]],
    [1, [poly(34, 48, 40, 33, 50, 33, 50, 48)]],
    [1, [poly(54, 48, 54, 33, 63, 33, 71, 48)]],
    [0, [box(6, 50, 94, 72)]],
    [2, [ellipse(28, 72, 12)]],
    [3, [ellipse(28, 72, 5)]],
    [2, [ellipse(74, 72, 12)]],
    [3, [ellipse(74, 72, 5)]],
    [3, [box(88, 54, 94, 60)]],
  ],
]

export const kit: readonly Make[] = drawn.map(
  (draw) => (random, colors) =>
    draw(random).map(([color, polygons]) => ({
      color: colors[color] ?? '#000000',
      region: covered(polygons),
    })),
)
