import { describe, expect, it } from 'vitest'
import { evaluate } from './harness'

/** A component with a rectangle in it, and an instance of it. */
const SETUP = `
  const component = figma.createComponent()
  component.appendChild(figma.createRectangle())
  const instance = component.createInstance()
  const inner = instance.children[0]
`

describe('a layer in an instance', () => {
  it.each([
    ['inner.x = 1', 'cannot be overridden in an instance'],
    ['inner.rotation = 1', 'cannot be overridden in an instance'],
    ['inner.relativeTransform = [[1, 0, 0], [0, 1, 0]]', 'cannot be overridden in an instance'],
    ['inner.resize(1, 1)', 'cannot be overridden in an instance'],
    ['inner.rescale(2)', 'cannot be overridden in an instance'],
    ['inner.remove()', 'Removing this node is not allowed'],
    ['figma.currentPage.appendChild(inner)', 'Node is inside of an instance'],
    ['instance.appendChild(figma.createFrame())', 'New parent is an instance'],
    ['instance.insertChild(0, figma.createFrame())', 'New parent is an instance'],
    ['figma.group([inner], figma.currentPage)', 'Node is inside of an instance'],
    ['figma.group([figma.createFrame()], instance)', 'New parent is an instance'],
    ['figma.flatten([inner])', 'Node is inside of an instance'],
    ['figma.createComponentFromNode(inner)', 'Cannot create component from node'],
    ['component.appendChild(figma.createComponent())', 'A component cannot be inside a component'],
  ])('%s throws', async (code, message) => {
    const result = await evaluate(`${SETUP}
        const before = JSON.stringify([instance.children.length, inner.x, inner.width])
        try { ${code} } catch (error) {
          return [error.message, before === JSON.stringify([instance.children.length, inner.x, inner.width])]
        }`)
    expect(result).toEqual([expect.stringContaining(message), true])
  })

  it('can be a slot only in a component, which accepts layers', async () => {
    expect(
      await evaluate(
        `const slot = figma.createComponent().createSlot()
         slot.appendChild(figma.createRectangle())
         return [slot.type, slot.parent.type, slot.children.length, 'createSlot' in figma.createFrame()]`,
      ),
    ).toEqual(['SLOT', 'COMPONENT', 1, false])
  })

  it('can be styled differently, and copied', async () => {
    expect(
      await evaluate(
        `${SETUP} inner.opacity = 0.5; inner.visible = false; return [inner.opacity, inner.clone().parent.type, component.children[0].opacity]`,
      ),
    ).toEqual([0.5, 'PAGE', 1])
  })
})

describe('components', () => {
  it('are created from any suitable layer, in place', async () => {
    const result = await evaluate(`
        const holder = figma.createFrame(); holder.x = 100
        const below = figma.createFrame(); holder.appendChild(below)
        const make = (node) => { holder.insertChild(1, node); node.x = 20; node.y = 30; node.name = 'it'; return node }
        return [
          make(figma.createFrame()), make(figma.createRectangle()), make(figma.group([figma.createEllipse()], holder)),
        ].map((node) => {
          const component = figma.createComponentFromNode(node)
          const { x, y, width, name } = component
          return [component.type, x, y, width, name, holder.children.indexOf(component) > 0, node.removed,
            component.children.map((child) => [child.type, child.x, child.y])]
        })
      `)
    expect(result).toEqual([
      ['COMPONENT', 20, 30, 100, 'it', true, true, []],
      ['COMPONENT', 20, 30, 100, 'it', true, false, [['RECTANGLE', 0, 0]]],
      ['COMPONENT', 20, 30, 100, 'it', true, true, [['ELLIPSE', 0, 0]]],
    ])
  })

  it.each(['figma.createComponent()', 'figma.createSection()', 'figma.currentPage'])(
    'are not created from %s',
    async (code) => {
      expect(await evaluate(`figma.createComponentFromNode(${code})`)).toEqual({
        threw: 'in createComponentFromNode: Cannot create component from node',
      })
    },
  )

  it.each([
    ['figma.createFrame().appendChild(figma.createSection())', 'A FRAME cannot hold a SECTION'],
    ['figma.createEllipse().children', "no such property 'children' on EllipseNode"],
    ['figma.group([figma.createSection()], figma.currentPage)', 'A GROUP cannot hold a SECTION'],
    ['const page = figma.createPage(); page.remove(); page.name', 'does not exist'],
  ])('%s throws', async (code, message) => {
    expect(await evaluate(code)).toEqual({ threw: expect.stringContaining(message) })
  })
})
