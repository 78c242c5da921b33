import { describe, expect, it } from 'vitest'
import { strings } from '../../../src/strings'
import { issueAddress } from '../../../src/ui/issue-address'
import { fileName } from '../../../src/ui/platform/save-file'

const FLAG = '\u{1f3f3}\ufe0f\u200d\u{1f308}'

/** A text in which the flag extends across a position, in characters. */
const across = (place: number) => `${'x'.repeat(place - 2)}${FLAG} and so on`

describe('a text that is too long for its place ends with a whole character', () => {
  it('in a toast', () => {
    expect(strings.short(across(99))).toBe(`${'x'.repeat(97)}…`)
  })

  it('in the name of a palette', () => {
    expect(strings.colors.paletteName(`${across(79).slice('Palette: '.length)}${'x'.repeat(80)}`)).toBe(
      `Palette: ${'x'.repeat(68)}…`,
    )
  })

  it('in a prefilled issue', () => {
    const address = new URL(
      issueAddress('https://example.com/ink', { title: 'A problem', report: across(3999) }) ?? '',
    )
    expect(address.searchParams.get('report')).toBe(`${'x'.repeat(3997)}…`)
  })

  it('in the name of a file, which keeps its accents', () => {
    // The accent is the 61st character.
    expect(fileName(`${'x'.repeat(59)}e\u0301y`)).toBe('x'.repeat(59))
    expect(fileName('Cre\u0301me bru\u0302le\u0301e')).toBe('Cre\u0301me-bru\u0302le\u0301e')
    expect(fileName(`${'x'.repeat(59)} fox`)).toBe('x'.repeat(59))
    expect(fileName('🦊')).toBe('picture')
  })
})
