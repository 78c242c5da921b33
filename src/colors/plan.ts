import type { Binding, BrandColor, CanvasPalette, Recoloring } from '../protocol/colors'
import type { Hex } from './hex'
import type { Match } from './match'

/** The replacement of a color: a plain color, or a variable or style to bind. */
export type Target =
  | { readonly kind: 'hex'; readonly hex: Hex }
  | Pick<BrandColor, 'kind' | 'id' | 'hex' | 'group' | 'name'>

/** Returns the target's name in the file, or its hex. */
export const targetName = (target: Target): string => (target.kind === 'hex' ? target.hex : target.name)

/** Color changes for a picture: those that `prepare` applies, and those that the sandbox then binds. */
export interface Plan {
  readonly recolor: Readonly<Record<Hex, Hex>>
  readonly bindings: Binding[]
  /** The collections and folders of the bound variables and styles. */
  readonly groups: readonly string[]
}

/** Replacements chosen by the user, by the picture's color. They override matches. */
export type Overrides = ReadonlyMap<Hex, Target>

interface Change {
  readonly color: Hex
  readonly to: Target
}

/**
 * Plans the color changes for a picture with this palette. In the recolored picture, each color to bind has a unique hex by
 * which the sandbox recognizes it: a hex that is taken is changed by 1/255 in one or more channels.
 */
export function plan(
  palette: readonly { readonly color: Hex }[],
  matches: readonly Match[],
  overrides: Overrides,
): Plan {
  const all = targets(palette, matches, overrides)
  // Plain colors keep their exact hex.
  const taken = new Set(all.flatMap(({ to }) => (to.kind === 'hex' ? [to.hex] : [])))
  const recolor: Record<Hex, Hex> = {}
  const bindings = new Map<string, Binding>()
  for (const { color, to } of all) {
    let shown = to.hex
    if (to.kind !== 'hex') {
      const { kind, id, hex } = to
      const binding = bindings.get(id) ?? { color: free(hex, taken), hex, to: { kind, id } }
      bindings.set(id, binding)
      shown = binding.color
      taken.add(shown)
    }
    if (shown !== color) recolor[color] = shown
  }
  return { recolor, bindings: [...bindings.values()], groups: groupsOf(all) }
}

/** Plans the color changes for layers on the canvas. Omits colors that stay the same. */
export function changes(
  palette: readonly { readonly color: Hex }[],
  matches: readonly Match[],
  overrides: Overrides,
): Recoloring & Pick<Plan, 'groups'> {
  const all = targets(palette, matches, overrides).filter(
    ({ color, to }) => to.kind !== 'hex' || to.hex !== color,
  )
  return {
    changes: all.map(({ color, to }) => ({
      color,
      to: to.kind === 'hex' ? to : { kind: to.kind, id: to.id },
    })),
    groups: groupsOf(all),
  }
}

const groupsOf = (all: readonly Change[]): string[] => [
  ...new Set(all.flatMap(({ to }) => (to.kind === 'hex' ? [] : [to.group]))),
]

/** Returns the number of layers that have any of the colors. */
export function layersWith(changed: ReadonlySet<Hex>, { colors, mixes }: CanvasPalette): number {
  let sum = 0
  for (const { color, layers } of colors) if (changed.has(color)) sum += layers
  for (const mix of mixes) {
    const own = mix.colors.filter((color) => changed.has(color)).length
    if (own > 1) sum -= (own - 1) * mix.layers
  }
  return sum
}

/** Sorted by hex, so that the same picture gets the same plan. */
function targets(
  palette: readonly { readonly color: Hex }[],
  matches: readonly Match[],
  overrides: Overrides,
): Change[] {
  const matched = new Map(matches.map(({ color, to }) => [color, to]))
  return palette
    .map(({ color }) => ({
      color,
      to: overrides.get(color) ?? matched.get(color) ?? { kind: 'hex' as const, hex: color },
    }))
    .sort((a, b) => (a.color < b.color ? -1 : 1))
}

/** Returns the nearest hex that is not taken. */
function free(hex: Hex, taken: ReadonlySet<Hex>): Hex {
  const value = Number.parseInt(hex.slice(1), 16)
  for (let reach = 0; ; reach += 1) {
    for (const nudge of nudges(reach)) {
      const channels = [16, 8, 0].map((shift, i) => ((value >> shift) & 255) + (nudge[i] ?? 0))
      if (channels.some((channel) => channel < 0 || channel > 255)) continue
      const other = `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
      if (!taken.has(other)) return other
    }
  }
}

/** Yields all channel offsets whose largest is `reach`: blue varies first, because it is the least visible. */
function* nudges(reach: number): Generator<readonly number[]> {
  const steps = Array.from({ length: 2 * reach + 1 }, (_, i) => (i % 2 ? 1 : -1) * Math.ceil(i / 2))
  for (const r of steps)
    for (const g of steps)
      for (const b of steps) if (Math.max(Math.abs(r), Math.abs(g), Math.abs(b)) === reach) yield [r, g, b]
}
