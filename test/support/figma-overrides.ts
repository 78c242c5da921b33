/**
 * Returns a script around `code.js` that passes it another `figma`, in which some members are replaced. Layers are wrapped, too, so that
 * their members can be replaced; the host itself stays as strict as it is.
 * `overrides`: the text of an object. `figma` has functions `(real, ...args)` that replace members of `figma` (`real` is the original; null
 * removes the member), `storage` the same for `figma.clientStorage`, `variables` for `figma.variables`, and `layer` for layers: `(layer,
 * real, ...args)`, and `set` for writing `(layer, write, value)`.
 */
export const withFigmaOverrides = (code: string, overrides: string): string =>
  `(${wrap.toString()})(figma, ${overrides}, function (figma) {\n${code}\n})`

interface FigmaOverrides {
  readonly figma?: Record<string, ((real: unknown, ...args: unknown[]) => unknown) | null>
  readonly storage?: Record<string, ((real: unknown, ...args: unknown[]) => unknown) | null>
  readonly variables?: Record<string, ((real: unknown, ...args: unknown[]) => unknown) | null>
  readonly layer?: Record<string, ((layer: unknown, real: unknown, ...args: unknown[]) => unknown) | null>
  readonly set?: Record<string, (layer: unknown, write: (value: unknown) => void, value: unknown) => void>
}

/** Runs in the sandbox, without access to this module. */
function wrap(host: object, overrides: FigmaOverrides, run: (figma: object) => void) {
  const wrappers = new Map<object, object>()
  const originals = new WeakMap<object, object>()

  const isLayer = (value: object) =>
    !Array.isArray(value) && Object.getPrototypeOf(value) === Object.prototype && 'removed' in value

  function toPlugin(value: unknown): unknown {
    if (typeof value === 'function') return value
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(toPlugin)
    if (typeof (value as Promise<unknown>).then === 'function')
      return (value as Promise<unknown>).then(toPlugin)
    if (isLayer(value)) return layerOf(value)
    return value
  }

  function toHost(value: unknown): unknown {
    if (typeof value === 'function') {
      const known = originals.get(value)
      if (known) return known
      const original = (...args: unknown[]) => toHost(value(...args.map(event)))
      originals.set(value, original)
      return original
    }
    if (typeof value !== 'object' || value === null) return value
    const original = originals.get(value)
    if (original) return original
    return Array.isArray(value) ? value.map(toHost) : value
  }

  /** Converts the argument of an event handler: `drop` contains a layer. */
  function event(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || isLayer(value)) return toPlugin(value)
    const { node } = value as { node?: object }
    return node ? { ...(value as object), node: toPlugin(node) } : toPlugin(value)
  }

  function method(call: (...args: unknown[]) => unknown) {
    return (...args: unknown[]) => toPlugin(call(...args.map(toHost)))
  }

  function layerOf(layer: object): object {
    const known = wrappers.get(layer)
    if (known) return known
    const wrapper = new Proxy(
      {},
      {
        get(_, key: string) {
          const value = (layer as Record<string, unknown>)[key]
          const override = overrides.layer?.[key]
          if (override === null) return undefined
          if (override)
            return typeof value === 'function'
              ? method((...args) => override(layer, value, ...args))
              : override(layer, value)
          return typeof value === 'function'
            ? method(value as (...args: unknown[]) => unknown)
            : toPlugin(value)
        },
        set(_, key: string, value: unknown) {
          const write = (wanted: unknown) => {
            ;(layer as Record<string, unknown>)[key] = wanted
          }
          const override = overrides.set?.[key]
          if (override) override(layer, write, toHost(value))
          else write(toHost(value))
          return true
        },
        has: (_, key) => overrides.layer?.[String(key)] !== null && key in layer,
      },
    )
    wrappers.set(layer, wrapper)
    originals.set(wrapper, layer)
    return wrapper
  }

  function areaOf(area: object, own: FigmaOverrides['figma'] = {}): object {
    return new Proxy(
      {},
      {
        get(_, key: string) {
          const override = own[key]
          if (override === null) return undefined
          const value = (area as Record<string, unknown>)[key]
          if (override) return method((...args) => override(value, ...args))
          if (area === host && key === 'clientStorage' && overrides.storage)
            return areaOf(value as object, overrides.storage)
          if (area === host && key === 'variables' && overrides.variables)
            return areaOf(value as object, overrides.variables)
          return typeof value === 'function'
            ? method(value as (...args: unknown[]) => unknown)
            : toPlugin(value)
        },
        set(_, key: string, value: unknown) {
          ;(area as Record<string, unknown>)[key] = toHost(value)
          return true
        },
        has: (_, key) => own[String(key)] !== null && key in area,
      },
    )
  }

  run(areaOf(host, overrides.figma))
}
