import fc from 'fast-check'
import type { NodeData } from 'figma-host/document'
import { expect, it } from 'vitest'
import { openCode } from '../../support/code-stage'
import { insertionOf, pictureOf } from '../../support/picture'
import { box, one, svg, to } from './stage'

const HEXES = ['#ff0000', '#00ff00', '#0000ff', '#ffffff', '#000000'] as const
const hex = fc.constantFrom(...HEXES)

const document = fc.record({
  variables: fc.array(fc.record({ light: hex, dark: hex, remote: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
  }),
  styles: fc.array(hex, { maxLength: 3 }),
  layers: fc.array(
    fc.record({ fill: fc.oneof(hex, fc.nat(3)), style: fc.option(fc.nat(2)), isFrame: fc.boolean() }),
    { maxLength: 6 },
  ),
  selected: fc.nat(6),
})

const bindings = fc.uniqueArray(
  fc.record({ color: hex, kind: fc.constantFrom('variable' as const, 'style' as const), pick: fc.nat(5) }),
  { selector: ({ color }) => color, maxLength: 4 },
)

/** Returns all nodes except the picture, without the lists of children that contain it. */
function others(nodes: readonly NodeData[], picture: string) {
  const inside = new Set([picture])
  for (const node of nodes) if (node.parent && inside.has(node.parent)) inside.add(node.id)
  return nodes
    .filter(({ id }) => !inside.has(id))
    .map((node) => ({ ...node, children: node.children.filter((id) => !inside.has(id)) }))
}

it('for any document and bindings, only the picture is new, and one undo removes it', async () => {
  await fc.assert(
    fc.asyncProperty(
      document,
      bindings,
      fc.boolean(),
      async ({ variables, styles, layers, selected }, requested, frameFill) => {
        let ids: Record<'variable' | 'style', string[]> = { variable: [], style: [] }
        const stage = await openCode(undefined, {
          build(b) {
            const [own, library] = [
              b.collection('Own', ['Light', 'Dark']),
              b.collection('Far', ['Light', 'Dark'], 'Library'),
            ]
            ids = {
              variable: variables.map(({ light, dark, remote }, i) =>
                b.variable(remote ? library : own, `v${i}`, { values: { Light: light, Dark: dark } }),
              ),
              style: styles.map((one, i) => b.paintStyle(`s${i}`, one)),
            }
            const made = layers.map(({ fill, style, isFrame }, i) => {
              const variable = typeof fill === 'number' ? ids.variable[fill] : undefined
              const paint = variable ? [b.boundTo(variable)] : typeof fill === 'string' ? fill : '#d9d9d9'
              const fields = {
                x: i * 700,
                width: 500,
                height: 500,
                fill: paint,
                variableModes: { [own]: b.modeId(own, 'Dark') },
              }
              const id = isFrame ? b.frame(fields) : b.rectangle(fields)
              const styleId = style === null ? undefined : ids.style[style]
              if (styleId)
                b.document.update(id, {
                  fillStyleId: styleId,
                  fills: b.document.asset('style', styleId)?.paints ?? [],
                })
              return id
            })
            const chosen = made[selected]
            if (chosen) b.select(chosen)
          },
        })
        const before = stage.editor.contents()
        const content = `<path id="Background" d="M0 0H400V200H0Z" fill="#ffffff"/>${HEXES.map((one, i) => box(one, 10 + i * 70, `fill="${one}" stroke="#000000"`)).join('')}`
        const given = requested.map(({ color, kind, pick }) =>
          to(color, kind, ids[kind][pick] ?? 'VariableID:9:9'),
        )
        const reply = await stage.panel.request(
          'picture.insert',
          insertionOf(pictureOf(svg(content), { bindings: given, frameFill })),
        )
        if (!reply.ok) throw new Error(reply.error.message)
        const { binding, nodeId } = one(reply.value)
        expect(binding.of).toBe(given.length)
        expect(binding.bound + binding.failed.length).toBe(binding.of)
        const after = stage.editor.contents()
        expect(others(after.nodes, nodeId)).toEqual(others(before.nodes, nodeId))
        expect(after.assets).toEqual(before.assets)
        expect(stage.editor.undo()).toBe(true)
        expect(stage.editor.contents()).toEqual(before)
        expect(stage.editor.redo()).toBe(true)
        expect(stage.editor.contents()).toEqual(after)
        expect(stage.faults).toEqual([])
        stage.close()
      },
    ),
    { numRuns: 20 },
  )
}, 60_000)
