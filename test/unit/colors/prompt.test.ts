import fc from 'fast-check'
import { expect, it } from 'vitest'
import { promptWithColors, withoutColors } from '../../../src/colors/prompt'
import { hex } from './brand'

it('a prompt with colors has them after the user’s text', () => {
  expect(promptWithColors('a fox', ['#e53935', '#000080'], 1000)).toBe(
    'a fox. Use only these colors: red #e53935, dark blue #000080.',
  )
  expect(promptWithColors('A fox! ', ['#000000'], 1000)).toBe('A fox! Use only these colors: black #000000.')
  expect(promptWithColors('a fox', [], 1000)).toBe('a fox')
})

it('a prompt with colors never cuts the user’s text, and stays within the limit if that text does', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 1100, size: 'max' }),
      fc.array(hex, { maxLength: 60, size: 'max' }),
      (own, colors) => {
        const text = promptWithColors(own, colors, 1000)
        expect(text.startsWith(own.trim())).toBe(true)
        if (own.trim().length <= 1000) expect(text.length).toBeLessThanOrEqual(1000)
        else expect(text).toBe(own.trim())
        // As many as fit, in order.
        const named = colors.filter((_, i) => text.slice(own.trim().length).includes(colors[i] ?? ''))
        if (own.length < 800) expect(named.length).toBeGreaterThanOrEqual(Math.min(colors.length, 4))
      },
    ),
  )
})

it('a prompt with colors is the user’s text again without them, so that they do not add up', () => {
  const own = fc.oneof(
    fc.string({ maxLength: 40 }).map((text) => `a ${text}`),
    fc.constantFrom(
      'A fox.',
      'a fox..',
      'Why?',
      'Use only these colors: red.',
      'a fox. Use only these colors: x.',
    ),
  )
  fc.assert(
    fc.property(
      own,
      fc.array(hex, { maxLength: 9 }),
      fc.array(hex, { maxLength: 9 }),
      (text, some, others) => {
        const first = promptWithColors(text, some, 300)
        // A period at the end may be the user's or not: both are sent as the same text.
        for (const prompt of [first, promptWithColors(first, others, 1000)])
          expect([text.trim(), text.trim().replace(/\.$/, '')]).toContain(withoutColors(prompt))
        expect(promptWithColors(withoutColors(first), some, 300)).toBe(first)
      },
    ),
  )
})
