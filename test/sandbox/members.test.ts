import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { membersUsed } from '../members/entry-points'

const typings = readFileSync(
  new URL('../../node_modules/@figma/plugin-typings/plugin-api-standalone.d.ts', import.meta.url),
  'utf8',
)

/** Names of members with what the typings remark on each. */
const remarks = [...typings.matchAll(/\/\*\*((?:(?!\*\/).)*)\*\/\s*(?:readonly )?(\w+)\??\s*[:(<]/gs)].map(
  ([, remark = '', name = '']) => ({ name, remark }),
)

describe('the members of the typings that the plugin uses, through every entry point', () => {
  let used: string[]
  beforeAll(async () => {
    used = await membersUsed()
  }, 180_000)

  it('are many, and all are in the typings', () => {
    expect(used.length).toBeGreaterThan(60)
    expect(used).toEqual(expect.arrayContaining(['figma.createNodeFromSvg', 'figma.commitUndo']))
    for (const member of used) {
      const name = member.slice(member.lastIndexOf('.') + 1)
      expect(typings, member).toMatch(new RegExp(`^ {2}(?:readonly )?${name}\\??\\s*[:(<]`, 'm'))
    }
  })

  it('are none that dynamic-page refuses, by the typings’ own remarks', () => {
    const refused = new Set(
      remarks
        .filter(({ remark }) => /will throw an exception if the plugin manifest contains/.test(remark))
        .map(({ name }) => name),
    )
    expect(refused).toContain('getNodeById')
    expect(used.filter((member) => refused.has(member.slice(member.lastIndexOf('.') + 1)))).toEqual([])
  })
})
