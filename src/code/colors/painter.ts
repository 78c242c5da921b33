import type { BindingFailure, BindingReason, BindingReport } from '../../protocol/colors'
import { colorsIn, FIELDS, type Field, hexOf, paintsOf, rgbOf } from './paints'
import { findTarget, type Target, type Wanted } from './targets'

/** A color and its replacement in every paint that has it. */
export interface ColorChange {
  /** `#rrggbb`. */
  readonly color: string
  readonly to: Wanted
  /** The color, `#rrggbb`, for paints that cannot be bound. Default: unchanged. */
  readonly plain?: string
}

interface Entry extends ColorChange {
  readonly target: Target
  paints: number
  reason: BindingReason | null
}

interface PainterOptions {
  /** Whether the layers will become one vector, to which no style can be bound. */
  readonly isFlattened?: boolean
}

/**
 * Changes or binds the colors of layers, and reports the result. Refusals by the editor are in the report; `paint` rejects only
 * if the layer is gone.
 */
export async function createPainter(
  figma: PluginAPI,
  changes: readonly ColorChange[],
  { isFlattened = false }: PainterOptions = {},
) {
  const entries = new Map<string, Entry>()
  for (const change of changes) {
    const found = await findTarget(figma, change.to)
    const target: Target =
      isFlattened && found.kind === 'style' ? { kind: 'none', reason: 'flattened' } : found
    const reason = target.kind === 'none' ? target.reason : null
    entries.set(change.color, { ...change, target, paints: 0, reason })
  }

  let hasChanged = false

  const entryOf = (color: RGB): Entry | undefined => entries.get(hexOf(color))

  /** Records a paint that could not be bound. Returns the color that it gets instead; null if it keeps its own. */
  function fail(entry: Entry, reason: BindingReason): RGB | null {
    entry.reason = entry.reason ?? reason
    const { plain, color } = entry
    return plain === undefined || plain === color ? null : rgbOf(plain)
  }

  function solid(paint: SolidPaint): SolidPaint {
    const entry = entryOf(paint.color)
    if (!entry) return paint
    entry.paints += 1
    const { target } = entry
    const { boundVariables: _, ...own } = paint
    if (target.kind === 'variable') {
      const bound = figma.variables.setBoundVariableForPaint(paint, 'color', target.variable)
      // It is undocumented whether Figma keeps the opacity.
      return { ...bound, opacity: paint.opacity ?? 1 }
    }
    if (target.kind === 'hex') return { ...own, color: rgbOf(target.hex) }
    const color = fail(entry, target.kind === 'none' ? target.reason : 'gradient')
    return color ? { ...own, color } : paint
  }

  function stop(own: ColorStop): ColorStop {
    const entry = entryOf(own.color)
    if (!entry) return own
    entry.paints += 1
    const { target } = entry
    const { position, color: before } = own
    const plain = (color: RGB): ColorStop => ({ position, color: { ...color, a: before.a } })
    if (target.kind === 'hex') return plain(rgbOf(target.hex))
    // A stop has no opacity apart from its color's, which the variable would replace.
    if (target.kind === 'variable' && before.a === 1) {
      const { id } = target.variable
      return { ...own, boundVariables: { color: { type: 'VARIABLE_ALIAS', id } } }
    }
    const reason =
      target.kind === 'none' ? target.reason : target.kind === 'style' ? 'gradient' : 'translucent'
    const color = fail(entry, reason)
    return color ? plain(color) : own
  }

  function repaint(paint: Paint): Paint {
    if (paint.visible === false) return paint
    if (paint.type === 'SOLID') return solid(paint)
    if (!('gradientStops' in paint)) return paint
    const gradientStops = paint.gradientStops.map(stop)
    return gradientStops.some((one, i) => one !== paint.gradientStops[i])
      ? { ...paint, gradientStops }
      : paint
  }

  /** Applies a style if the layer's only paint is a color that maps to one. Resolves to whether it was applied; null if this is not the case. */
  async function applyStyle(
    layer: SceneNode,
    field: Field,
    paints: readonly Paint[],
  ): Promise<boolean | null> {
    const [paint] = paints
    if (paints.length !== 1 || paint?.type !== 'SOLID' || paint.visible === false) return null
    const entry = entryOf(paint.color)
    if (entry?.target.kind !== 'style') return null
    const { id, opacity } = entry.target
    if (Math.abs((paint.opacity ?? 1) - opacity) < OPACITY_TOLERANCE) {
      entry.paints += 1
      if (field === 'fills') await (layer as GeometryMixin & SceneNode).setFillStyleIdAsync(id)
      else await (layer as GeometryMixin & SceneNode).setStrokeStyleIdAsync(id)
      hasChanged = true
      return true
    }
    entry.paints += 1
    const color = fail(entry, 'translucent')
    if (color) write(layer, field, [{ ...paint, color }])
    return false
  }

  function write(layer: SceneNode, field: Field, paints: readonly Paint[]): void {
    ;(layer as SceneNode & Record<Field, readonly Paint[]>)[field] = paints
    hasChanged = true
  }

  /** Records the colors of a layer that the editor refused to change. */
  function refuse(paints: readonly Paint[]): void {
    for (const color of colorsIn(paints)) {
      const entry = entries.get(color)
      if (entry) entry.reason = entry.reason ?? 'refused'
    }
  }

  return {
    /** Changes the layer's colors. Resolves to whether it was changed. */
    async paint(layer: SceneNode): Promise<boolean> {
      let isChanged = false
      for (const field of FIELDS) {
        const paints = paintsOf(layer, field)
        if (paints === null || paints === 'mixed') continue
        try {
          const isApplied = await applyStyle(layer, field, paints)
          if (isApplied !== null) {
            isChanged = isChanged || isApplied
            continue
          }
          const next = paints.map(repaint)
          if (next.every((paint, i) => paint === paints[i])) continue
          write(layer, field, next)
          isChanged = true
        } catch (error) {
          if (layer.removed) throw error
          refuse(paints)
        }
      }
      return isChanged
    },
    /** Whether there is anything to undo. */
    hasChanged: () => hasChanged,
    report(): BindingReport {
      const failed: BindingFailure[] = []
      let of = 0
      for (const { color, to, paints, reason } of entries.values()) {
        const id = to.kind === 'hex' ? null : to.id
        if (id !== null) of += 1
        const why = reason ?? (paints === 0 && id !== null ? 'absent' : null)
        if (why) failed.push({ color, id, reason: why })
      }
      return { bound: of - failed.filter(({ id }) => id !== null).length, of, failed }
    },
  }
}

/** Opacities closer than this are equal: Figma stores them in single precision. */
const OPACITY_TOLERANCE = 1e-4
