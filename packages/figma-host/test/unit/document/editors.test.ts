import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { EDITOR_ONLY } from '../../../src/document/editors'
import type { EditorType } from '../../../src/document/session'

const EDITORS: Readonly<Record<string, EditorType>> = {
  'Figma Design': 'figma',
  FigJam: 'figjam',
  'Figma Slides': 'slides',
  Slides: 'slides',
  'Figma Buzz': 'buzz',
  Buzz: 'buzz',
}

/** The remarks in the typings that a member is only available in some editors, by interface and member. */
function remarks(): Record<string, EditorType[]> {
  const found: Record<string, EditorType[]> = {}
  const typings = readFileSync(
    createRequire(import.meta.url).resolve('@figma/plugin-typings/plugin-api-standalone.d.ts'),
    'utf8',
  )
  let [owner, remark] = ['', '']
  for (const line of typings.split('\n')) {
    owner = /^interface (\w+)/.exec(line)?.[1] ?? owner
    remark = /(?:is only available in|will only work in) (.*)/.exec(line)?.[1] ?? remark
    const member = /^ {2}(?:readonly )?(\w+)\??\s*[:(<]/.exec(line)?.[1]
    if (!member) continue
    // "… and will throw an error if called in FigJam" names where it does not work.
    const named = remark.replace(/and will throw.*/, '')
    const editors = new Set(
      Object.entries(EDITORS).flatMap(([name, type]) => (named.includes(name) ? type : [])),
    )
    if (editors.size > 0) found[`${owner}.${member}`] = [...editors]
    remark = ''
  }
  return found
}

describe('what only some editors have', () => {
  it('is what the remarks of the typings say', () => {
    const ours = Object.fromEntries(
      Object.entries(EDITOR_ONLY).flatMap(([owner, members]) =>
        Object.entries(members).map(([member, editors]) => [`${owner}.${member}`, [...editors].sort()]),
      ),
    )
    // FigJam is not known to have variables, of which the typings say nothing.
    const { 'PluginAPI.variables': variables, ...noted } = ours
    expect(variables).not.toContain('figjam')
    // Nodes that stick exist in FigJam only, and the host has none of them.
    const { 'StickableMixin.stuckTo': _, ...theirs } = remarks()
    expect(noted).toEqual(
      Object.fromEntries(Object.entries(theirs).map(([name, editors]) => [name, editors.sort()])),
    )
    expect(Object.keys(noted).length).toBeGreaterThan(30)
  })
})
