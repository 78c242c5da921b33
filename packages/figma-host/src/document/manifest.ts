import { type ManifestCommand, readMenu, readParameters } from './manifest-menu'
import { flag, list, oneOf, record, text } from './manifest-parts'
import type { EditorType } from './session-types'

/** A relaunch button of a plugin. */
export interface RelaunchButton {
  readonly command: string
  readonly name: string
  /** Whether it is also shown if several layers are selected that all have it. */
  readonly multipleSelection: boolean
}

/** The parts of `manifest.json` that affect what a plugin may do. */
export interface Manifest {
  readonly id: string
  readonly name: string
  readonly editorTypes: readonly (EditorType | 'dev')[]
  readonly allowedDomains: readonly string[]
  readonly permissions: readonly string[]
  readonly relaunchButtons: readonly RelaunchButton[]
  /** The commands of the plugin's menu. Without a menu, one command with an empty name. */
  readonly commands: readonly ManifestCommand[]
}

const FIELDS = [
  ...['name', 'id', 'api', 'main', 'ui', 'editorType', 'documentAccess', 'networkAccess', 'parameters'],
  ...['parameterOnly', 'menu', 'relaunchButtons', 'permissions', 'capabilities'],
]

const PERMISSIONS = ['currentuser', 'activeusers', 'fileusers', 'payments', 'teamlibrary']

/**
 * Reads a parsed `manifest.json`. Throws if a field is missing, unknown, or invalid, or if `documentAccess` is not `dynamic-page`, which is
 * required for new plugins.
 */
export function readManifest(value: unknown): Manifest {
  const manifest = record(value, 'the manifest', FIELDS, ['name', 'id', 'api', 'main', 'editorType'])
  if (manifest.api !== '1.0.0') throw new Error('manifest: api must be "1.0.0"')
  if (manifest.documentAccess !== 'dynamic-page') {
    throw new Error('manifest: documentAccess must be "dynamic-page", which new plugins need')
  }
  text(manifest.main, 'main')
  list(manifest.capabilities, 'capabilities', text)
  const name = text(manifest.name, 'name')
  return {
    id: text(manifest.id, 'id'),
    name,
    editorTypes: list(manifest.editorType, 'editorType', (type, at) =>
      oneOf(type, at, ['figma', 'figjam', 'dev', 'slides', 'buzz']),
    ),
    allowedDomains: readDomains(manifest.networkAccess),
    permissions: list(manifest.permissions, 'permissions', (permission, at) =>
      oneOf(permission, at, PERMISSIONS),
    ),
    relaunchButtons: list(manifest.relaunchButtons, 'relaunchButtons', readButton),
    commands: manifest.menu
      ? readMenu(manifest.menu)
      : [
          {
            name,
            command: '',
            parameters: readParameters(manifest.parameters, 'parameters'),
            parameterOnly: flag(manifest.parameterOnly, 'parameterOnly') ?? true,
          },
        ],
  }
}

/** Reads a parsed `manifest.json` like `readManifest`. Also throws if it does not list the editor type. */
export function readManifestFor(editorType: EditorType, value: unknown): Manifest {
  const manifest = readManifest(value)
  if (!manifest.editorTypes.includes(editorType)) {
    throw new Error(`The manifest's editorType does not list "${editorType}"`)
  }
  return manifest
}

function readDomains(value: unknown): readonly string[] {
  if (value === undefined) return []
  const network = record(
    value,
    'networkAccess',
    ['allowedDomains', 'reasoning', 'devAllowedDomains'],
    ['allowedDomains'],
  )
  list(network.devAllowedDomains, 'networkAccess.devAllowedDomains', text)
  return list(network.allowedDomains, 'networkAccess.allowedDomains', text)
}

function readButton(value: unknown, name: string): RelaunchButton {
  const fields = record(value, name, ['command', 'name', 'multipleSelection'], ['command', 'name'])
  return {
    command: text(fields.command, `${name}.command`),
    name: text(fields.name, `${name}.name`),
    multipleSelection: flag(fields.multipleSelection, `${name}.multipleSelection`) ?? false,
  }
}
