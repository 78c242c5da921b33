import { flag, list, record, text } from './manifest-parts'

/** A parameter that quick actions ask for. */
export interface ManifestParameter {
  readonly key: string
  readonly name: string
  readonly description: string
  /** Whether any text will do, not only what the plugin suggests. */
  readonly allowFreeform: boolean
  readonly optional: boolean
}

/** Something that a plugin's menu offers. */
export interface ManifestCommand {
  /** Its name with those of the submenus above it: `Draw / A variation`. */
  readonly name: string
  readonly command: string
  readonly parameters: readonly ManifestParameter[]
  /** Whether it can only be run with its parameters. Without meaning where there are none. */
  readonly parameterOnly: boolean
}

/** Reads the parameters of a manifest or of a menu's command: the optional ones come last. */
export function readParameters(value: unknown, name: string): readonly ManifestParameter[] {
  const parameters = list(value, name, (parameter, at) => {
    const fields = record(
      parameter,
      at,
      ['name', 'key', 'description', 'allowFreeform', 'optional'],
      ['name', 'key'],
    )
    return {
      key: text(fields.key, `${at}.key`),
      name: text(fields.name, `${at}.name`),
      description: text(fields.description ?? '', `${at}.description`),
      allowFreeform: flag(fields.allowFreeform, `${at}.allowFreeform`) ?? false,
      optional: flag(fields.optional, `${at}.optional`) ?? false,
    }
  })
  parameters.forEach(({ optional, key }, at) => {
    if (!optional && parameters[at - 1]?.optional)
      throw new Error(`manifest: ${name}: optional ones must be last`)
    if (parameters.findIndex((other) => other.key === key) !== at) {
      throw new Error(`manifest: ${name} has the key "${key}" twice`)
    }
  })
  return parameters
}

/** Reads a menu with its submenus into one list of commands, in the menu's order. */
export function readMenu(value: unknown, name = 'menu', above = ''): readonly ManifestCommand[] {
  return list(value, name, (item, at) => {
    const fields = record(item, at, ['name', 'command', 'menu', 'separator', 'parameters', 'parameterOnly'])
    if (fields.separator !== undefined) {
      record(item, at, ['separator'])
      return []
    }
    const title = above + text(fields.name, `${at}.name`)
    if (fields.menu !== undefined) {
      record(item, at, ['name', 'menu'])
      return readMenu(fields.menu, `${at}.menu`, `${title} / `)
    }
    return [
      {
        name: title,
        command: text(fields.command, `${at}.command`),
        parameters: readParameters(fields.parameters, `${at}.parameters`),
        parameterOnly: flag(fields.parameterOnly, `${at}.parameterOnly`) ?? true,
      },
    ]
  }).flat()
}
