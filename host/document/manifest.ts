/** The parts of `manifest.json` that change what a plugin may do. */
export interface Manifest {
  readonly id: string
  readonly allowedDomains: readonly string[]
  readonly permissions: readonly string[]
  readonly relaunchCommands: readonly string[]
}

/** Reads a parsed `manifest.json`. Throws where a part has the wrong shape, or `documentAccess` is not `dynamic-page`. */
export function readManifest(value: unknown): Manifest {
  const manifest = record(value, 'manifest')
  if (manifest.api !== '1.0.0') throw new Error('manifest: api must be "1.0.0"')
  if (manifest.documentAccess !== 'dynamic-page') {
    throw new Error('manifest: documentAccess must be "dynamic-page", which new plugins need')
  }
  const network = manifest.networkAccess === undefined ? {} : record(manifest.networkAccess, 'networkAccess')
  return {
    id: text(manifest.id, 'id'),
    allowedDomains: texts(network.allowedDomains ?? [], 'networkAccess.allowedDomains'),
    permissions: texts(manifest.permissions ?? [], 'permissions'),
    relaunchCommands: list(manifest.relaunchButtons ?? [], 'relaunchButtons').map((button, at) =>
      text(record(button, `relaunchButtons[${at}]`).command, `relaunchButtons[${at}].command`),
    ),
  }
}

function record(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`manifest: ${name} must be an object`)
  }
  return value as Record<string, unknown>
}

function list(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value)) throw new Error(`manifest: ${name} must be a list`)
  return value
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new Error(`manifest: ${name} must be a text`)
  return value
}

function texts(value: unknown, name: string): string[] {
  return list(value, name).map((item, at) => text(item, `${name}[${at}]`))
}
