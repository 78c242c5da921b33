import { describe, expect, it } from 'vitest'
import { prepare } from './harness'

const manifest = {
  name: 'Doors',
  id: '1',
  api: '1.0.0',
  main: 'code.js',
  editorType: ['figma', 'figjam'],
  documentAccess: 'dynamic-page',
  relaunchButtons: [
    { command: 'edit', name: 'Edit' },
    { command: 'more', name: 'More', multipleSelection: true },
  ],
  menu: [
    { name: 'Open', command: 'open' },
    {
      name: 'Draw',
      command: 'draw',
      parameters: [
        { key: 'prompt', name: 'Prompt', allowFreeform: true },
        { key: 'style', name: 'Style' },
        { key: 'size', name: 'Size', optional: true },
      ],
    },
    { name: 'Maybe', command: 'maybe', parameterOnly: false, parameters: [{ key: 'a', name: 'A' }] },
  ],
}

/** Suggests styles; other queries get an error or an answer that takes its time. Tells the run event. */
const CODE = `
  figma.parameters.on('input', ({ key, query, parameters, result }) => {
    console.log('asked', key, JSON.stringify(query), JSON.stringify(parameters))
    if (key !== 'style') return
    if (query === 'bad') return result.setError('No such style')
    if (query === 'slow') {
      result.setLoadingMessage('Looking around')
      return setTimeout(() => result.setSuggestions(['Slow']), 10)
    }
    result.setSuggestions([{ name: 'Any', data: { style: null }, icon: '<svg/>' }, 'Engraving'])
  })
  figma.on('run', ({ command, parameters }) => {
    console.log('run', command, figma.command, JSON.stringify(parameters))
    if (command === 'edit') figma.notify('Editing')
  })
`

const lines = (told: { console: { text: string }[] }) => told.console.splice(0).map(({ text }) => text)

describe('quick actions', () => {
  it('ask for one parameter after the other, and run with their values', async () => {
    const { editor, told, faults } = await prepare(CODE, { manifest })
    const action = await editor.openQuickAction('draw')
    expect(action.state.question?.key).toBe('prompt')
    await action.type('a hen')
    await action.choose()
    expect(action.state.suggestions?.map(({ name }) => name)).toEqual(['Any', 'Engraving'])
    expect(action.state.suggestions?.[0]?.icon).toBe('<svg/>')
    await action.choose('Any')
    expect(action.state.question?.key).toBe('size')
    await action.skip()
    expect(action.state.question).toBeNull()
    action.run()
    await editor.idle()
    expect(lines(told)).toEqual([
      'asked prompt "" {}',
      'asked prompt "a hen" {}',
      'asked style "" {"prompt":"a hen"}',
      'asked size "" {"prompt":"a hen","style":{"style":null}}',
      'run draw draw {"prompt":"a hen","style":{"style":null}}',
    ])
    expect(told.input.at(-1)).toBeNull()
    expect(faults()).toEqual([])
  })

  it('show what the plugin says meanwhile, and take only what it suggests', async () => {
    const { editor, clock } = await prepare(CODE, { manifest })
    const action = await editor.openQuickAction('draw')
    expect(() => action.run()).toThrow('"prompt" has no value yet')
    await action.choose('x')
    await expect(action.choose('Oil')).rejects.toThrow('"Oil" is not among the suggestions')
    await expect(action.skip()).rejects.toThrow('not optional')
    expect((await action.type('bad')).error).toBe('No such style')
    await expect(action.choose('bad')).rejects.toThrow('No such style')
    expect((await action.type('slow')).message).toBe('Looking around')
    clock.advance(10)
    await editor.idle()
    expect(action.state.suggestions?.map(({ name }) => name)).toEqual(['Slow'])
  })

  it.each([
    ['figma.createFrame()', 'Cannot edit the document'],
    ['figma.currentPage.name = "x"', 'Cannot edit the document'],
    ['figma.currentPage.selection = []', 'Cannot edit the document'],
    ['figma.root.setPluginData("a", "b")', 'Cannot edit the document'],
    ['figma.commitUndo()', 'Cannot edit the document'],
    ['figma.triggerUndo()', 'Cannot edit the document'],
    ['figma.showUI("")', 'Cannot show UI'],
    ['figma.notify("x")', 'Cannot show UI'],
    ['figma.viewport.zoom = 2', 'Cannot show UI'],
    ['result.setError("x")', 'setError is not available for parameters with allowFreeform'],
    ['result.setSuggestions("x")', 'Expected array, received string'],
    ['result.setSuggestions([{ data: 1 }])', 'Property "suggestions[0].name"'],
    ['result.setSuggestions([{ name: "a", icon: 1 }])', 'Property "suggestions[0].icon"'],
  ])('refuse %s while they ask', async (call, message) => {
    const { editor, faults } = await prepare(`figma.parameters.on('input', ({ result }) => { ${call} })`, {
      manifest,
    })
    await editor.openQuickAction('draw')
    expect(faults()).toEqual([expect.stringContaining(message)])
    expect(editor.snapshot()).toMatchObject({ layers: [], canUndo: false, name: 'Page 1' })
  })
})

describe('the menu', () => {
  it('offers its commands, and runs those that need no parameters', async () => {
    const { editor, told } = await prepare(CODE, { manifest })
    expect(editor.commands.map(({ name }) => name)).toEqual(['Open', 'Draw', 'Maybe'])
    for (const command of ['open', 'maybe']) {
      await editor.start({ command })
      await editor.idle()
      editor.stop()
    }
    expect(lines(told)).toEqual(['run open open undefined', 'run maybe maybe undefined'])
    await expect(editor.start({ command: 'draw' })).rejects.toThrow('only be run with its parameters')
    await expect(editor.start({ command: 'nonsense' })).rejects.toThrow('no command "nonsense"')
    await expect(editor.openQuickAction('open')).rejects.toThrow('has no parameters')
  })
})

describe('relaunch buttons', () => {
  const SETS = `
    const data = [{ edit: 'Edit it' }, { edit: '', more: 'More' }, { more: '' }]
    for (const each of data) figma.createFrame().setRelaunchData(each)
    const cleared = figma.createFrame(); cleared.setRelaunchData({ more: '' }); cleared.setRelaunchData({})
    figma.currentPage.setRelaunchData({ edit: 'The page' })
    console.log(JSON.stringify(cleared.getRelaunchData()))
  `

  it.each([
    [[], ['edit']],
    [[0], ['edit']],
    [[1], ['edit', 'more']],
    [[1, 2], ['more']],
    [[0, 1], []],
    [[3], []],
  ])('of the layers %j are %j', async (picked, commands) => {
    const { editor } = await prepare(SETS, { manifest })
    await editor.start({ command: 'open' })
    await editor.idle()
    const { layers } = editor.snapshot()
    editor.select(picked.map((at) => layers[at]?.id ?? ''))
    expect(editor.relaunchOffers().map(({ command }) => command)).toEqual(commands)
  })

  it('start the plugin anew with their command', async () => {
    const { editor, told } = await prepare(CODE, { manifest })
    const id = editor.build((builder) => builder.frame({ relaunchData: { edit: 'Change the prompt' } }))
    editor.select([id])
    expect(editor.relaunchOffers()).toEqual([
      { command: 'edit', name: 'Edit', description: 'Change the prompt' },
    ])
    await editor.start({ command: 'open' })
    await editor.relaunch('edit')
    await editor.idle()
    expect(lines(told)).toEqual(['run open open undefined', 'run edit edit undefined'])
    expect(told.toast.map(({ text }) => text)).toEqual(['Editing'])
    await expect(editor.relaunch('more')).rejects.toThrow('no relaunch button "more"')
    editor.dispose()
  })
})
