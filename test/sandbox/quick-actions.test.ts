import { createEditor, type Editor } from 'figma-host/editor'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { MODELS } from '../../src/segmind/models'
import { OFFERED } from '../../src/segmind/request'
import { codeOptions } from '../support/code-stage'

const PAGE = '<div id="panel"></div><script type="module">0</script>'

let editor: Editor
beforeEach(async () => {
  editor = await createEditor({ ...(await codeOptions()), html: PAGE })
})
afterEach(() => editor.dispose())

it('quick actions accept any prompt up to the service’s limit', async () => {
  const action = await editor.openQuickAction('generate')
  expect(action.state).toMatchObject({ question: { key: 'prompt' }, error: null })
  const limit = Math.max(...OFFERED.map(({ promptLimit }) => promptLimit))
  expect(await action.type('x'.repeat(limit + 1))).toMatchObject({
    message: `At most ${limit} characters`,
    suggestions: null,
  })
  expect(await action.type('a fox')).toMatchObject({ error: null, suggestions: [{ name: 'a fox' }] })
  expect(await action.choose('a fox')).toMatchObject({ question: { key: 'style' } })
})

it('quick actions suggest every style and size, each with an icon, and filter them', async () => {
  const action = await editor.openQuickAction('generate')
  await action.type('a fox')
  const { suggestions: styles } = await action.choose('a fox')
  expect(styles?.map(({ data }) => data)).toEqual(
    expect.arrayContaining(MODELS[0].styles.map(({ id }) => id)),
  )
  expect(await action.type('LINE')).toMatchObject({
    suggestions: [{ name: 'Line art' }, { name: 'Line circuit' }],
  })
  const { suggestions: sizes } = await action.choose('Line art')
  expect(sizes?.map(({ data }) => data)).toEqual(expect.arrayContaining(MODELS[0].sizes.map(({ id }) => id)))
  for (const { icon } of [...(styles ?? []), ...(sizes ?? [])]) {
    expect(icon).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="16" height="16".*<\/svg>$/)
  }
  expect(await action.type('1365')).toMatchObject({
    suggestions: [{ name: '1365 × 1024' }, { name: '1024 × 1365' }],
  })
})
