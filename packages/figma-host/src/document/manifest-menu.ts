import { flag, list, record, text } from './manifest-parts'

/** A parameter of a quick action. */
export interface ManifestParameter {
  readonly key: string
  readonly name: string
  readonly description: string
  /** Whether any text is allowed, not only the plugin's suggestions. */
  readonly allowFreeform: boolean
  readonly optional: boolean
}

/** A command of the plugin's menu. */
export interface ManifestCommand {
  /** Its name, including the submenus above: `Draw / A variation`. */
  readonly name: string
  readonly command: string
  readonly parameters: readonly ManifestParameter[]
  /** Whether it can only be run with its parameters. Irrelevant if there are none. */
  readonly parameterOnly: boolean
}

/** Reads the parameters of a manifest or a menu command. Optional ones must come last. */
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

/** Flattens a menu with submenus into a list of commands, in order. */
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
