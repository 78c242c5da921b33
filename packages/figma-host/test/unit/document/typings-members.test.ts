import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { AREA_MEMBERS } from '../../../src/document/api'
import { ASSET_MEMBERS } from '../../../src/document/assets-api'
import { NODE_MEMBERS } from '../../../src/document/nodes'
import { type KnownInterface, membersOf } from '../../../src/document/typings-members'

const typings = readFileSync(
  createRequire(import.meta.url).resolve('@figma/plugin-typings/plugin-api-standalone.d.ts'),
  'utf8',
)
  .replace(/\/\*.*?\*\//gs, '')
  // So that an interface without members of its own ends where it ends.
  .replaceAll('{}', '{\n}')

/** Member names of an interface as the typings themselves have them, inherited ones too. */
function inTypings(name: string): Set<string> {
  const [, parents = '', body = ''] =
    new RegExp(`^interface ${name}\\b([^{]*)\\{(.*?)^\\}`, 'ms').exec(typings) ?? []
  const names = new Set(
    [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??\s*[:(<]/gm)].map(([, member = '']) => member),
  )
  for (const parent of parents
    .replace('extends', '')
    .split(',')
    .map((part) => part.trim())) {
    if (parent !== '') for (const member of inTypings(parent)) names.add(member)
  }
  return names
}

const NODES = [
  'Document',
  'Page',
  'Frame',
  'Group',
  'Vector',
  'Rectangle',
  'Section',
  'Component',
  'Instance',
  'Ellipse',
  'Line',
  'Text',
  'ComponentSet',
  'Slot',
  'Slide',
  'SlideRow',
  'SlideGrid',
]
const ASSETS = { variable: 'Variable', collection: 'VariableCollection', style: 'PaintStyle' } as const
const AREAS: Record<string, KnownInterface> = {
  figma: 'PluginAPI',
  'figma.ui': 'UIAPI',
  'figma.viewport': 'ViewportAPI',
  'figma.clientStorage': 'ClientStorageAPI',
  'figma.util': 'UtilAPI',
  'figma.variables': 'VariablesAPI',
  'figma.parameters': 'ParametersAPI',
  'figma.teamLibrary': 'TeamLibraryAPI',
}

describe('the names that the typings have', () => {
  it.each([...NODES.map((name) => `${name}Node`), ...Object.values(AREAS), ...Object.values(ASSETS)])(
    '%s',
    (name) => {
      expect(inTypings(name).size).toBeGreaterThan(1)
      expect([...membersOf(name as KnownInterface)].sort()).toEqual([...inTypings(name)].sort())
    },
  )
})

describe('the host models nothing that the typings lack', () => {
  it.each(NODES)('%s', (name) => {
    const known = membersOf(`${name}Node` as KnownInterface)
    const modeled = Object.keys(
      NODE_MEMBERS[name.replace(/(?!^)[A-Z]/g, '_$&').toUpperCase() as keyof typeof NODE_MEMBERS],
    )
    expect(modeled.filter((member) => !known.has(member))).toEqual([])
  })

  it.each(Object.entries(AREAS))('%s', (area, name) => {
    expect(Object.keys(AREA_MEMBERS[area] ?? {}).filter((member) => !membersOf(name).has(member))).toEqual([])
  })

  it.each(Object.entries(ASSETS))('%s', (kind, name) => {
    const modeled = Object.keys(ASSET_MEMBERS[kind as keyof typeof ASSETS])
    expect(modeled.filter((member) => !membersOf(name).has(member))).toEqual([])
  })
})
