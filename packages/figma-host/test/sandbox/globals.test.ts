import { describe, expect, it } from 'vitest'
import { evaluate, prepare } from './harness'

describe('the globals of the sandbox', () => {
  it('are those of ECMAScript and of Figma, and no others', async () => {
    const names = (await evaluate('return Object.getOwnPropertyNames(globalThis).sort()')) as string[]
    const present =
      'figma __html__ console fetch setTimeout setInterval clearTimeout clearInterval Promise Proxy Uint8Array JSON Map'
    expect(names).toEqual(expect.arrayContaining(present.split(' ')))
    const absent =
      'URL TextEncoder TextDecoder crypto btoa atob structuredClone queueMicrotask performance DOMException window document WeakRef'
    expect(names.filter((name) => absent.split(' ').includes(name))).toEqual([])
  })

  it.each([
    ['eval', "const e = eval; return e('1')"],
    ['Function', "return new Function('return 1')()"],
    ['Function', "return (() => {}).constructor('return 1')()"],
    ['AsyncFunction', "return (async () => {}).constructor('return 1')()"],
    ['GeneratorFunction', "return (function* () {}).constructor('yield 1')()"],
  ])('%s does not evaluate text as code', async (name, body) => {
    expect(await evaluate(body)).toEqual({ threw: `${name} is not allowed in the sandbox` })
  })

  it.each([
    '[1].at(0)',
    '[1].findLast(Boolean)',
    'Object.hasOwn({}, "a")',
    'new Set().union(new Set())',
    '[].values().map(String)',
  ])('exclude what may be too new: %s', async (expression) => {
    expect(await evaluate(`return ${expression}`)).toEqual({ threw: 'not a function' })
  })
})

it.each(['import(', 'eval(', '<!--', '-->'])('code that Figma refuses %s, even in a string', async (text) => {
  const { editor } = await prepare(`const text = 'a ${text} b'`)
  await expect(editor.start()).rejects.toThrow(`"${text}" (at character 16)`)
})

it.each([
  ['https://elsewhere.example.com/x', 'is not among the networkAccess.allowedDomains'],
  ['https://api.example.com/x', 'not modeled by the host: fetch'],
])('fetch %s rejects', async (address, message) => {
  expect(await evaluate(`return fetch('${address}')`)).toEqual({ threw: expect.stringContaining(message) })
})
