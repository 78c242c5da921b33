import type { Fact } from '../../src/protocol/check'

/** An editor that differs in one way. */
export interface EditorVariant {
  /** The difference, in a few words. */
  readonly what: string
  /** The fact that the check should report. */
  readonly fact: Fact
  /** The object for `withFigmaOverrides`, as text. */
  readonly overrides: string
  /** Whether only the appearance is the same, not the layers. */
  readonly hasOtherLayers?: boolean
}

/** Changes the result of an import. `node` is the frame, `leaves` its layers without children. */
const after = (change: string) =>
  `{ figma: { createNodeFromSvg: (real, svg) => {
    const node = real(svg)
    const flat = (layer) => 'children' in layer ? layer.children.reduce((all, child) => all.concat(flat(child)), []) : [layer]
    const groups = (layer) => 'children' in layer ? layer.children.filter((child) => 'children' in child) : []
    const leaves = flat(node)
    const change = (paint) => ({ ...paint })
    ${change}
    return node
  } } }`

/** Changes the SVG before it is imported. */
const before = (change: string) => `{ figma: { createNodeFromSvg: (real, svg) => real(svg${change}) } }`

const gradients = (type: string, change: string) =>
  after(
    `for (const leaf of leaves) leaf.fills = leaf.fills.map((paint) => paint.type === '${type}' ? ({ ...paint, ${change} }) : paint)`,
  )

const inFigma = (overrides: string) => `{ figma: { ${overrides} } }`

export const EDITOR_VARIANTS: readonly EditorVariant[] = [
  {
    what: 'refuses every SVG',
    fact: 'svg',
    overrides: inFigma("createNodeFromSvg: () => { throw 'Failed to convert SVG file' }"),
  },
  {
    what: 'imports a group instead of a frame',
    fact: 'frame',
    overrides: before(".replace(/(<svg[^>]*?) width=[^>]*>/, '$1>')"),
  },
  {
    what: 'crops the frame to its content',
    fact: 'frame-size',
    overrides: after('node.resizeWithoutConstraints(node.width / 2, node.height)'),
  },
  {
    what: 'merges all shapes into one',
    fact: 'one-layer-per-shape',
    overrides: `{ figma: { createNodeFromSvg: (real, svg) => real(svg.replace(/<path id="(?!Background).*?\\/>/, '')) } }`,
  },
  {
    what: 'turns the order of layers around',
    fact: 'order',
    overrides: after('for (const child of node.children) node.insertChild(0, child)'),
  },
  {
    what: 'moves shapes',
    fact: 'outlines',
    overrides: after('leaves[leaves.length - 1].x += 5'),
  },
  {
    what: 'drops groups',
    fact: 'groups',
    overrides: after(`for (const group of groups(node)) for (const child of group.children)
      node.insertChild(node.children.findIndex(({ id }) => id === group.id), child)`),
  },
  {
    what: 'does not name layers',
    fact: 'names',
    overrides: after("for (const leaf of leaves.concat(groups(node))) leaf.name = 'Vector'"),
  },
  {
    what: 'loses the opacity of groups',
    fact: 'group-opacity',
    overrides: after('for (const group of groups(node)) group.opacity = 1'),
  },
  {
    what: 'paints everything black',
    fact: 'fills',
    overrides: before('.replace(/fill="#......"/g, \'fill="#000000"\')'),
  },
  {
    what: 'loses the opacity of fills',
    fact: 'fill-opacity',
    overrides: before('.replace(/fill-opacity="[^"]*"/g, \'\')'),
  },
  {
    what: 'turns linear gradients',
    fact: 'linear',
    overrides: gradients('GRADIENT_LINEAR', 'gradientTransform: [[0, 1, 0], [1, 0, 0]]'),
  },
  {
    what: 'imports radial gradients as solid colors',
    fact: 'radial',
    overrides:
      after(`for (const leaf of leaves) leaf.fills = leaf.fills.map((paint) => paint.type === 'GRADIENT_RADIAL'
      ? { type: 'SOLID', color: { r: 0, g: 0, b: 0 } } : paint)`),
  },
  {
    what: 'loses the opacity of stops',
    fact: 'stops',
    overrides: before('.replace(/stop-opacity="[^"]*"/g, \'\')'),
  },
  {
    what: 'loses strokes',
    fact: 'strokes',
    overrides: after('for (const leaf of leaves) leaf.strokes = []'),
  },
  {
    what: 'makes strokes plain',
    fact: 'stroke-style',
    overrides: before('.replace(/stroke-(?:linecap|linejoin|dasharray)="[^"]*"/g, \'\')'),
  },
  {
    what: 'fills holes',
    fact: 'even-odd',
    overrides: before('.replace(/fill-rule="evenodd"/g, \'\')'),
  },
  {
    what: 'pins layers to the corner',
    fact: 'constraints',
    overrides: after("for (const leaf of leaves) leaf.constraints = { horizontal: 'MIN', vertical: 'MIN' }"),
  },
  {
    what: 'cannot make vectors',
    fact: 'drawing',
    overrides: inFigma("createVector: () => { throw new Error('no') }"),
  },
  {
    what: 'has no rescale',
    fact: 'rescale',
    overrides: '{ layer: { rescale: null } }',
  },
  {
    what: 'rescales frames without what is in them',
    fact: 'rescale',
    overrides:
      '{ layer: { rescale: (layer, real, factor) => layer.resizeWithoutConstraints(layer.width * factor, layer.height * factor) } }',
  },
  {
    what: 'resizes frames without what is in them',
    fact: 'resize',
    overrides:
      "{ layer: { resize: (layer, real, width, height) => layer.type === 'FRAME' ? layer.resizeWithoutConstraints(width, height) : real(width, height) } }",
  },
  {
    what: 'does not let frames have fills',
    fact: 'frame-fill',
    overrides: "{ set: { fills: (layer, write, value) => write(layer.type === 'FRAME' ? [] : value) } }",
    hasOtherLayers: true,
  },
  {
    what: 'stores nothing on layers',
    fact: 'layer-data',
    overrides: "{ layer: { setPluginData: () => { throw new Error('no') } } }",
  },
  {
    what: 'has no relaunch buttons',
    fact: 'layer-data',
    overrides: '{ layer: { setRelaunchData: null } }',
  },
  {
    what: 'cannot flatten',
    fact: 'flatten',
    overrides: inFigma("flatten: () => { throw new Error('no') }"),
  },
  {
    what: 'cannot make components',
    fact: 'components',
    overrides: inFigma("createComponentFromNode: () => { throw new Error('no') }"),
  },
  {
    what: 'does not let slots hold layers',
    fact: 'slots',
    overrides:
      "{ layer: { appendChild: (layer, real, child) => { if (layer.type === 'SLOT') throw new Error('no'); real(child) } } }",
  },
  {
    what: 'has no grids',
    fact: 'grids',
    overrides:
      "{ set: { layoutMode: (layer, write, value) => { if (value === 'GRID') throw new Error('no'); write(value) } } }",
  },
  {
    what: 'has no variables',
    fact: 'variables',
    overrides: "{ variables: { createVariable: () => { throw new Error('no') } } }",
  },
  {
    what: 'allows no further page',
    fact: 'own-page',
    overrides: inFigma("createPage: () => { throw new Error('The Starter plan has 3 pages') }"),
  },
  {
    what: 'has no commitUndo',
    fact: 'one-step',
    overrides: inFigma('commitUndo: null'),
  },
  {
    what: 'has no triggerUndo',
    fact: 'undo-button',
    overrides: inFigma('triggerUndo: null'),
  },
  {
    what: 'takes back two steps at once',
    fact: 'undo-button',
    overrides: inFigma('triggerUndo: (real) => { real(); real() }'),
  },
  {
    what: 'takes back nothing',
    fact: 'undo-button',
    overrides: inFigma('triggerUndo: () => {}'),
  },
  {
    what: 'forgets texts',
    fact: 'stored-text',
    overrides:
      "{ storage: { getAsync: async (real, key) => { const value = await real(key); return typeof value === 'string' && key.startsWith('check') ? null : value } } }",
  },
  {
    what: 'returns bytes as a list of numbers',
    fact: 'stored-bytes',
    overrides:
      '{ storage: { getAsync: async (real, key) => { const value = await real(key); return value instanceof Uint8Array ? [...value] : value } } }',
  },
  {
    what: 'stores 2 MB only',
    fact: 'storage-limit',
    overrides:
      "{ storage: { setAsync: (real, key, value) => value.length > 2000000 ? Promise.reject(new Error('quota')) : real(key, value) } }",
  },
]
