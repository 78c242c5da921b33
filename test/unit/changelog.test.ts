import { expect, it } from 'vitest'
import { newsOf } from '../../build/changelog'

it('the news of a version are plain text, by heading', () => {
  const text =
    '## Unreleased\n\n- No.\n\n## 1.2.0\n\nAll new.\n\n### Colors\n- **Bold** and `code`,\n  [linked](docs/a.md).\n- Two.\n\n## 1.1.0\n'
  expect(newsOf(text, '1.2.0')).toEqual([
    { heading: null, entries: ['All new.'] },
    { heading: 'Colors', entries: ['Bold and code, linked.', 'Two.'] },
  ])
  expect([newsOf(text, '1.1.0'), newsOf(text, '1.0.0')]).toEqual([[], []])
})
