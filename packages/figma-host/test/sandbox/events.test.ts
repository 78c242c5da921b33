import { describe, expect, it } from 'vitest'
import { evaluate, prepare, run } from './harness'

const texts = (told: { console: { text: string }[] }) => told.console.splice(0).map(({ text }) => text)

describe('events', () => {
  it('are told once for all the times they happen in a row, also to who listens later', async () => {
    const { told } = await run(`
      figma.currentPage.selection = [figma.createFrame()]
      figma.on('selectionchange', () => console.log('selection', figma.currentPage.selection.length))
      figma.currentPage.selection = []
      figma.currentPage.selection = [figma.createFrame()]
      console.log('after')
    `)
    expect(texts(told)).toEqual(['after', 'selection 1'])
  })
})

describe('changes of the document', () => {
  const WATCH = `
    const tell = (kind) => (event) => {
      const changes = event.documentChanges || event.nodeChanges
      console.log(kind, changes.map(({ type, node, properties, origin }) =>
        [type, node.removed ? node.id : node.name, origin].concat(properties || []).join(' ')).join('; '))
    }
    figma.loadAllPagesAsync().then(() => {
      figma.on('documentchange', tell('document'))
      figma.currentPage.on('nodechange', tell('page'))
    })
  `

  it('are told to those who ask: what came, what changed, what went', async () => {
    const { editor, told } = await prepare(`${WATCH}
      figma.showUI('')
      let outer
      figma.ui.onmessage = (what) => {
        if (what === 'make') {
          outer = figma.createFrame(); outer.name = 'outer'
          outer.appendChild(figma.createRectangle())
        } else if (what === 'change') { outer.x = 5; outer.resize(50, 60); outer.children[0].opacity = 0.5 }
        else outer.remove()
      }`)
    await editor.start()
    await editor.idle()
    for (const what of ['make', 'change', 'remove']) {
      editor.receive(what)
      await editor.idle()
    }
    const created = 'CREATE outer LOCAL'
    const lines = texts(told)
    expect(lines[0]).toContain(created)
    expect(lines[0]).not.toContain('Rectangle')
    expect(lines[1]?.replace('page', 'document')).toBe(lines[0])
    expect(lines[2]).toBe(
      'document PROPERTY_CHANGE outer LOCAL width height x y rotation relativeTransform; PROPERTY_CHANGE Rectangle LOCAL opacity',
    )
    expect(lines[4]).toBe('document DELETE 1:2 LOCAL')
    expect(lines).toHaveLength(6)
  })

  it('are told of an undo, and not of what the handler itself does', async () => {
    const { editor, told } = await prepare(`
      const frame = figma.createFrame()
      figma.commitUndo()
      figma.loadAllPagesAsync().then(() => figma.on('documentchange', ({ documentChanges }) => {
        console.log(documentChanges.map(({ type }) => type).join())
        figma.currentPage.name += '!'
      }))`)
    await editor.start()
    await editor.idle()
    editor.undo()
    await editor.idle()
    expect(texts(told)).toEqual(['DELETE'])
  })

  it.each([
    ["figma.on('documentchange', () => {})", 'figma.loadAllPagesAsync'],
    ["figma.createPage().on('nodechange', () => {}); figma.currentPage.on('click', () => {})", 'nodechange'],
  ])('%s throws', async (code, message) => {
    expect(await evaluate(code)).toEqual({ threw: expect.stringContaining(message) })
  })
})
