import { describe, expect, it } from 'vitest'
import { CATALOG } from '../../../docs/catalog'
import { DEFAULT_MODEL } from '../../../src/segmind/request'
import { strings } from '../../../src/strings'
import { canvasStrings } from '../../../src/strings/canvas'

const examples = Object.values(CATALOG).flat()

describe('the text of an error', () => {
  it('differs from that of all other kinds', () => {
    const kinds = new Map<string, Set<string>>()
    for (const { error, phase } of examples) {
      const { title } = strings.errorNotice(error, phase, DEFAULT_MODEL.price)
      kinds.set(title, (kinds.get(title) ?? new Set()).add(error.kind))
    }
    expect([...kinds].filter(([, of]) => of.size > 1)).toEqual([])
  })

  it.each(examples)('says what it cost: $error.kind, $when', ({ error, phase }) => {
    const isOpen = phase !== 'over' && error.requestId !== null
    const unknown = isOpen ? 'Segmind finishes the image and charges it.' : 'It may have been charged.'
    const cost = { no: 'Not charged.', yes: 'The image was charged.', unknown }[error.charged]
    expect(strings.errorNotice(error, phase, DEFAULT_MODEL.price).text).toContain(cost)
  })
})

it('texts on the canvas have at most 100 characters, because Figma shows no more', () => {
  const { notes, notesOfSeveral, relaunch, notDropped } = canvasStrings
  const said = [notes, notesOfSeveral, relaunch].flatMap((texts) => Object.values<string>(texts))
  expect([...said, ...[1, 2].map(notDropped)].filter((text) => text.length > 100)).toEqual([])
})

it.each([
  [0, '0 layers'],
  [1, '1 layer'],
  [2, '2 layers'],
  [1200, '1,200 layers'],
])('the plural form of a number of layers is right: %i', (number, words) => {
  expect(strings.result.inserted(number)).toBe(`Inserted on the canvas: ${words}.`)
})

describe('what an image lacks compared to its file', () => {
  it('is a sentence for what is left out, for texts, and for hairlines', () => {
    const told = strings.result.leftOut({ leftOut: { text: 3, filter: 1, hairline: 214 }, liveTexts: 2 })
    expect(told).toBe(
      'Left out: 1 text and 1 filter, which Figma cannot show. 2 texts depend on their fonts. Merging closes 214 hairlines between shapes of one color.',
    )
    expect(strings.result.leftOut({ leftOut: { hairline: 1 }, liveTexts: 0 })).toBe(
      'Merging closes 1 hairline between shapes of one color.',
    )
  })
})
