import { type EditorOptions, memoryStore } from 'figma-host/editor'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FACT_GROUPS, FACTS, type Finding } from '../../src/protocol/check'
import type { CodeStage } from '../support/code-stage'
import { codeSuite } from '../support/code-suite'
import { EDITOR_VARIANTS } from '../support/editor-variants'
import { withFigmaOverrides } from '../support/figma-overrides'
import { insertAll, nodeOf, rounded } from '../support/insert-case'
import { pictureOf } from '../support/picture'
import { openSvgComparer } from '../support/resvg'

const openStage = codeSuite()

/** The output of `src/vector/write` for a picture with everything that it can contain. */
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200" viewBox="0 0 300 200"><defs><linearGradient id="a" gradientUnits="userSpaceOnUse" x1="10" y1="20" x2="120" y2="90"><stop offset="0" stop-color="#ff0000"/><stop offset="1" stop-color="#0000ff" stop-opacity="0.3"/></linearGradient><radialGradient id="b" gradientUnits="userSpaceOnUse" cx="200" cy="60" r="50" gradientTransform="matrix(1 0.2 0 0.8 0 10)"><stop offset="0" stop-color="#ffffff"/><stop offset="1" stop-color="#118844"/></radialGradient></defs><path id="Sky" d="M0 0H300V200H0Z" fill="#ffeecc"/><path id="Hill" d="M10 20L120 30 90 90 20 80Z" fill="url(#a)"/><g id="Sun" opacity="0.6"><path id="Disc" d="M150 60c0-28 22-50 50-50s50 22 50 50S228 110 200 110 150 88 150 60Z" fill="url(#b)"/><path id="Ring" d="M160 20H240V100H160ZM180 40H220V80H180Z" fill="#884400" fill-opacity="0.5" fill-rule="evenodd"/></g><path id="Path" d="M30 150S90 100 150 150 250 190 280 120" fill="none" stroke="#223366" stroke-width="6" stroke-linecap="round" stroke-linejoin="round" stroke-dasharray="14 8"/></svg>'

async function check({ panel }: CodeStage, groups = FACT_GROUPS): Promise<Finding[]> {
  const all: Finding[] = []
  for (const group of groups) {
    const reply = await panel.request('check.run', { group })
    if (!reply.ok) throw new Error(`${group}: ${reply.error.code} ${reply.error.message}`)
    all.push(...reply.value.findings)
  }
  return all
}

const differing = (findings: readonly Finding[]) => [
  ...new Set(findings.filter(({ verdict }) => verdict === 'differs').map(({ id }) => id)),
]

describe('checking an editor that does everything as expected', () => {
  it.each(['figma', 'figjam', 'slides', 'buzz'] as const)(
    'finds nothing unexpected in %s',
    async (editorType) => {
      const stage = await openStage(memoryStore(), { editorType, build: (b) => void b.rectangle({}) })
      const before = stage.editor.contents()
      const findings = await check(stage)
      expect(findings.map(({ id }) => id).sort()).toEqual(Object.values(FACTS).flat().sort())
      expect(findings.filter(({ verdict }) => verdict === 'differs' || verdict === 'unclear')).toEqual([])
      expect(stage.editor.contents()).toEqual(before)
      expect(await stage.store.keys()).toEqual([])
    },
  )
})

describe('a check that is interrupted', () => {
  it.each(FACT_GROUPS)('by stopping while it checks %s leaves nothing behind', async (group) => {
    const stage = await openStage(memoryStore(), { build: (b) => void b.rectangle({}) })
    const before = stage.editor.contents()
    const running = stage.panel.request('check.run', { group })
    await stage.panel.request('check.stop', {})
    await running
    expect(stage.editor.contents()).toEqual(before)
    expect(await stage.store.keys()).toEqual([])
  })

  it('by closing the plugin leaves nothing on the canvas, and the storage is not full', async () => {
    const store = memoryStore()
    await store.set('check/fill', 'x'.repeat(4_999_900))
    const stage = await openStage(store, { build: (b) => void b.rectangle({}) })
    const before = stage.editor.contents()
    void stage.panel.request('check.run', { group: 'speed' })
    await stage.panel.request('selection.read', {})
    expect(stage.editor.contents()).not.toEqual(before)
    stage.editor.stop()
    expect(stage.editor.contents()).toEqual(before)
    await stage.editor.start()
    await stage.editor.idle()
    const bytes = new Uint8Array(100_000)
    expect(await stage.panel.request('journal.putPicture', { job: 'a', bytes })).toMatchObject({ ok: true })
    expect(await stage.panel.request('journal.picture', { job: 'a' })).toMatchObject({ value: { bytes } })
  })
})

/** Returns how a picture is inserted: on the page at its own size, and in a frame that resizes it. */
async function inserted(stage: CodeStage) {
  const picture = pictureOf(PICTURE, { ...{ width: 300, height: 200, frameFill: true }, name: 'a hill' })
  const [whole] = await insertAll(stage, [picture])
  const frame = stage.editor.build((b) => b.frame({ x: 2000, width: 120, height: 100, name: 'Frame' }))
  stage.editor.select([frame])
  const [small] = await insertAll(stage, [picture])
  const layers = [whole, small].map((each) => familyOf(stage, each?.nodeId ?? ''))
  return { layers, drawn: stage.editor.renderSvg() }
}

function familyOf(stage: CodeStage, id: string): unknown {
  const { type, name, opacity, width, height, transform, constraints, children } = nodeOf(stage, id)
  const own = { type, name, opacity, width, height, at: [transform[0][2], transform[1][2]], constraints }
  // The precision of scaling depends on the method, so hundredths are ignored.
  const near = JSON.parse(JSON.stringify(rounded(own)), (_, value) =>
    typeof value === 'number' ? Math.round(value * 10) / 10 + 0 : value,
  )
  return { ...near, children: children.map((child) => familyOf(stage, child)) }
}

describe('an editor that differs in one way', () => {
  const comparer = openSvgComparer()
  let expected: Awaited<ReturnType<typeof inserted>>
  beforeAll(async () => {
    const stage = await openStage()
    expected = await inserted(stage)
  })
  afterAll(() => comparer.close())

  const open = (overrides: string, editorType: EditorOptions['editorType'] = 'figma') =>
    openStage(memoryStore(), { editorType, wrapCode: (code) => withFigmaOverrides(code, overrides) })

  async function expectRight(stage: CodeStage, hasOtherLayers = false) {
    const { layers, drawn } = await inserted(stage)
    const [share = 1] = await comparer.compare(expected.drawn, [drawn])
    expect(share).toBeLessThan(0.0005)
    if (!hasOtherLayers) expect(layers).toEqual(expected.layers)
  }

  it.each(EDITOR_VARIANTS)(
    'that $what: the check names it, and pictures are right',
    async ({ fact, overrides, hasOtherLayers }) => {
      const stage = await open(overrides)
      const before = stage.editor.contents()
      const groups = FACT_GROUPS.filter((group) => group !== 'speed')
      expect(differing(await check(stage, groups))).toEqual([fact])
      expect(stage.editor.contents()).toEqual(before)
      expect((await stage.store.keys()).filter((key) => key.startsWith('check'))).toEqual([])
      await expectRight(stage, hasOtherLayers)
    },
  )

  it('is remembered for storage and undo in later sessions', async () => {
    const both = EDITOR_VARIANTS.filter(({ what }) => /takes back two|list of numbers/.test(what)).map(
      ({ overrides }) => overrides,
    )
    const wrap = (code: string) => both.reduce((all, overrides) => withFigmaOverrides(all, overrides), code)
    const store = memoryStore()
    const first = await openStage(store, { wrapCode: wrap })
    await check(first, ['storage', 'undo'])
    first.close()
    const { panel, editor } = await openStage(store, { wrapCode: wrap })
    const bytes = new Uint8Array([0, 200, 255])
    await panel.request('journal.putPicture', { job: 'a', bytes })
    expect(await panel.request('journal.picture', { job: 'a' })).toMatchObject({ value: { bytes } })
    const before = editor.contents()
    expect(await panel.request('canvas.undo', {})).toMatchObject({ value: { done: false } })
    expect(editor.contents()).toEqual(before)
  })

  it('is detected before the first picture, even without a check', async () => {
    const some = ['svg', 'order', 'names', 'linear', 'rescale', 'constraints']
    for (const { overrides } of EDITOR_VARIANTS.filter(({ fact }) => some.includes(fact)))
      await expectRight(await open(overrides))
  })
})
