import { readdirSync, readFileSync } from 'node:fs'
import { NODE_MEMBERS } from 'figma-host/document'
import { beforeAll, describe, expect, it } from 'vitest'
import { membersUsed } from '../members/entry-points'

const typings = readFileSync(
  new URL('../../node_modules/@figma/plugin-typings/plugin-api-standalone.d.ts', import.meta.url),
  'utf8',
)

/** Members with their remarks in the typings. */
const remarks = [...typings.matchAll(/\/\*\*((?:(?!\*\/).)*)\*\/\s*(?:readonly )?(\w+)\??\s*[:(<]/gs)].map(
  ([, remark = '', name = '']) => ({ name, remark }),
)

/** Returns the members of layers that `src/code` checks for with `'name' in layer`. */
function askedOfLayers(): string[] {
  const folder = new URL('../../src/code/', import.meta.url)
  const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n')
  const layers = [
    ...typings.matchAll(/^(?:declare )?(?:export )?interface \w*(?:Mixin|Node)\b[^{]*\{(.*?)^\}/gms),
  ]
  const members = new Set(
    layers.flatMap(([, body = '']) =>
      [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??\s*[:(<]/gm)].map(([, name]) => name),
    ),
  )
  const asked = new Set([...code.matchAll(/'(\w+)' in \w+/g)].map(([, name = '']) => name))
  return [...asked].filter((name) => members.has(name))
}

it('the host models every member of layers that the plugin checks for, so that all of its code runs in tests', () => {
  const modeled = new Set(Object.values(NODE_MEMBERS).flatMap((members) => Object.keys(members)))
  const asked = askedOfLayers()
  expect(asked).toEqual(expect.arrayContaining(['clipsContent', 'isMask']))
  const hint = 'add them as packages/figma-host/README.md says, “Add a member of the API”'
  expect(
    asked.filter((name) => !modeled.has(name)),
    hint,
  ).toEqual([])
})

describe('the members of Figma’s API that the plugin uses, through every entry point', () => {
  let used: string[]
  beforeAll(async () => {
    used = await membersUsed()
  }, 180_000)

  it('are all in the typings', () => {
    expect(used.length).toBeGreaterThan(60)
    expect(used).toEqual(expect.arrayContaining(['figma.createNodeFromSvg', 'figma.commitUndo']))
    for (const member of used) {
      const name = member.slice(member.lastIndexOf('.') + 1)
      expect(typings, member).toMatch(new RegExp(`^ {2}(?:readonly )?${name}\\??\\s*[:(<]`, 'm'))
    }
  })

  it('include none that dynamic-page does not allow, according to the typings', () => {
    const refused = new Set(
      remarks
        .filter(({ remark }) => /will throw an exception if the plugin manifest contains/.test(remark))
        .map(({ name }) => name),
    )
    expect(refused).toContain('getNodeById')
    expect(used.filter((member) => refused.has(member.slice(member.lastIndexOf('.') + 1)))).toEqual([])
  })
})
