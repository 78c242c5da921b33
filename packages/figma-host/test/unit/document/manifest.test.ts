import { describe, expect, it } from 'vitest'
import { readManifest } from '../../../src/document/manifest'

const plain = {
  name: 'Test',
  id: '1',
  api: '1.0.0',
  main: 'code.js',
  editorType: ['figma'],
  documentAccess: 'dynamic-page',
}

describe('a manifest', () => {
  it('can have all fields that Figma knows', () => {
    const manifest = readManifest({
      ...plain,
      ui: 'ui.html',
      editorType: ['figma', 'figjam', 'dev', 'slides', 'buzz'],
      networkAccess: { allowedDomains: ['none'], reasoning: '', devAllowedDomains: [] },
      permissions: ['teamlibrary'],
      capabilities: ['textreview'],
      relaunchButtons: [{ command: 'edit', name: 'Edit', multipleSelection: true }],
      menu: [
        { name: 'Open', command: 'open' },
        { separator: true },
        {
          name: 'Draw',
          menu: [
            {
              name: 'With style',
              command: 'draw',
              parameters: [
                { key: 'prompt', name: 'Prompt', allowFreeform: true },
                { key: 'style', name: 'Style', description: 'How', optional: true },
              ],
            },
          ],
        },
      ],
    })
    expect(manifest.commands).toEqual([
      { name: 'Open', command: 'open', parameters: [], parameterOnly: true },
      {
        name: 'Draw / With style',
        command: 'draw',
        parameterOnly: true,
        parameters: [
          { key: 'prompt', name: 'Prompt', description: '', allowFreeform: true, optional: false },
          { key: 'style', name: 'Style', description: 'How', allowFreeform: false, optional: true },
        ],
      },
    ])
  })

  it('without a menu has one command, the plugin itself', () => {
    expect(readManifest({ ...plain, parameterOnly: false }).commands).toEqual([
      { name: 'Test', command: '', parameters: [], parameterOnly: false },
    ])
  })

  it.each([
    [{ name: undefined }, 'name must be a text'],
    [{ api: '2.0.0' }, 'api must be'],
    [{ documentAccess: undefined }, 'dynamic-page'],
    [{ editorType: ['sketch'] }, 'editorType[0] must be one of figma'],
    [{ enableProposedApi: true }, 'no field "enableProposedApi"'],
    [{ networkAccess: {} }, 'needs the field "allowedDomains"'],
    [{ networkAccess: { allowedDomains: [], hosts: [] } }, 'no field "hosts"'],
    [{ permissions: ['everything'] }, 'permissions[0]'],
    [{ relaunchButtons: [{ command: 'a' }] }, 'needs the field "name"'],
    [{ menu: [{ name: 'A' }] }, 'menu[0].command must be a text'],
    [{ menu: [{ separator: true, name: 'A' }] }, 'no field "name"'],
    [{ menu: [{ name: 'A', menu: [], command: 'a' }] }, 'no field "command"'],
    [{ parameters: [{ key: 'a' }] }, 'needs the field "name"'],
    [
      {
        parameters: [
          { key: 'a', name: 'A', optional: true },
          { key: 'b', name: 'B' },
        ],
      },
      'optional ones must be last',
    ],
    [
      {
        parameters: [
          { key: 'a', name: 'A' },
          { key: 'a', name: 'B' },
        ],
      },
      'the key "a" twice',
    ],
  ])('is refused if it is %o', (change, message) => {
    expect(() => readManifest({ ...plain, ...change })).toThrow(message)
  })
})
