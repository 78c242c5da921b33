import { expect, it } from 'vitest'

/** The part of the module that this test uses, because the types of the sandbox and of a page cannot be used in one project. */
interface PainterModule {
  createPainter(
    figma: { readonly editorType: string },
    requested: readonly {
      readonly color: string
      readonly to: { readonly kind: 'hex'; readonly hex: string }
    }[],
  ): Promise<{ paint(layer: object): Promise<boolean>; report(): object }>
}

const RED = { type: 'SOLID', color: { r: 1, g: 0, b: 0 } }

it('a layer that the editor refuses to change is kept, and the report says so', async () => {
  const path = new URL('../../../src/code/colors/painter.ts', import.meta.url).href
  const { createPainter } = (await import(path)) as PainterModule
  const painter = await createPainter({ editorType: 'figma' }, [
    { color: '#ff0000', to: { kind: 'hex', hex: '#00ff00' } },
  ])
  const stubborn = {
    get fills() {
      return [RED]
    },
    set fills(_) {
      throw new Error('in set_fills: this layer cannot be edited')
    },
  }
  const open = { fills: [RED] }
  expect(await painter.paint(stubborn)).toBe(false)
  expect(await painter.paint(open)).toBe(true)
  expect(open.fills).toMatchObject([{ color: { r: 0, g: 1, b: 0 } }])
  expect(painter.report()).toEqual({
    ...{ bound: 0, of: 0 },
    failed: [{ color: '#ff0000', id: null, reason: 'refused' }],
  })
})
