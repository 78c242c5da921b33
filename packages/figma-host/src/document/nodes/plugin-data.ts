import type { BaseNodeMixin } from '@figma/plugin-typings/plugin-api-standalone'
import type { Capability, NodeSubject } from '../capability'
import { kindOf, text } from '../check'
import { ApiError } from '../errors'

/** Maximum size of an entry in bytes, including its key (Figma doc: setPluginData). */
const MAX_ENTRY_SIZE = 100_000
/** Maximum length of a relaunch button's description (Figma doc: setRelaunchData). */
const MAX_DESCRIPTION_LENGTH = 1000

function read({ data }: NodeSubject, key: string): string {
  return data.pluginData[key] ?? ''
}

function write({ data, document, id }: NodeSubject, key: string, name: string, value: string): void {
  if (new TextEncoder().encode(name + value).length > MAX_ENTRY_SIZE) {
    throw new ApiError(`Cannot store an entry of more than 100 kB: "${name}"`)
  }
  const { [key]: _, ...others } = data.pluginData
  document.update(id, { pluginData: value === '' ? others : { ...others, [key]: value } })
}

function keys({ data }: NodeSubject, prefix: string): string[] {
  return Object.keys(data.pluginData)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
}

function sharedPrefix(namespace: unknown): string {
  const name = text(namespace, 'namespace')
  if (!/^[\w.]{3,}$/.test(name)) {
    throw new ApiError('The namespace must have at least 3 characters: letters, digits, "_" or "."')
  }
  return `shared/${name}/`
}

const prefixOf = ({ session }: NodeSubject) => `${session.manifest.id}/`

/** Data that plugins store on nodes, and relaunch buttons. */
export const pluginData = {
  getPluginData: { call: (node: NodeSubject, key) => read(node, prefixOf(node) + text(key, 'key')) },
  setPluginData: {
    call: (node: NodeSubject, key, value) =>
      write(node, prefixOf(node) + text(key, 'key'), text(key, 'key'), text(value, 'value')),
  },
  getPluginDataKeys: { call: (node: NodeSubject) => keys(node, prefixOf(node)) },
  getSharedPluginData: {
    call: (node: NodeSubject, namespace, key) => read(node, sharedPrefix(namespace) + text(key, 'key')),
  },
  setSharedPluginData: {
    call: (node: NodeSubject, namespace, key, value) =>
      write(node, sharedPrefix(namespace) + text(key, 'key'), text(key, 'key'), text(value, 'value')),
  },
  getSharedPluginDataKeys: { call: (node: NodeSubject, namespace) => keys(node, sharedPrefix(namespace)) },
  getRelaunchData: { call: ({ data }: NodeSubject) => ({ ...data.relaunchData }) },
  setRelaunchData: {
    call: ({ document, id, session }: NodeSubject, data) => {
      if (kindOf(data) !== 'object')
        throw new ApiError(`Expected an object of descriptions, received ${kindOf(data)}`)
      const relaunchData: Record<string, string> = {}
      for (const [command, description] of Object.entries(data as object)) {
        if (!session.manifest.relaunchButtons.some((button) => button.command === command)) {
          throw new ApiError(`The command "${command}" is not among the relaunchButtons of the manifest`)
        }
        relaunchData[command] = text(description, command)
        if (relaunchData[command].length > MAX_DESCRIPTION_LENGTH) {
          throw new ApiError(
            `The description of "${command}" has more than ${MAX_DESCRIPTION_LENGTH} characters`,
          )
        }
      }
      document.update(id, { relaunchData })
    },
  },
} satisfies Capability<BaseNodeMixin>
