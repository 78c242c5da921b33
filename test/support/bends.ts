import type { Fact } from '../../src/protocol/check'

/** An editor that differs in one way. */
export interface Bend {
  /** The difference, in a few words. */
  readonly what: string
  /** The fact that the check should report. */
  readonly fact: Fact
  /** The object for `bentCode`, as text. */
  readonly bends: string
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

const inFigma = (bends: string) => `{ figma: { ${bends} } }`

export const BENDS: readonly Bend[] = [
  {
    what: 'refuses every SVG',
    fact: 'svg',
    bends: inFigma("createNodeFromSvg: () => { throw 'Failed to convert SVG file' }"),
  },
  {
    what: 'imports a group instead of a frame',
    fact: 'frame',
    bends: before(".replace(/(<svg[^>]*?) width=[^>]*>/, '$1>')"),
  },
  {
    what: 'crops the frame to its content',
    fact: 'frame-size',
    bends: after('node.resizeWithoutConstraints(node.width / 2, node.height)'),
  },
  {
    what: 'merges all shapes into one',
    fact: 'one-layer-per-shape',
    bends: `{ figma: { createNodeFromSvg: (real, svg) => real(svg.replace(/<path id="(?!Background).*?\\/>/, '')) } }`,
  },
  {
    what: 'turns the order of layers around',
    fact: 'order',
    bends: after('for (const child of node.children) node.insertChild(0, child)'),
  },
  {
    what: 'moves shapes',
    fact: 'outlines',
    bends: after('leaves[leaves.length - 1].x += 5'),
  },
  {
    what: 'drops groups',
    fact: 'groups',
    bends: after(`for (const group of groups(node)) for (const child of group.children)
      node.insertChild(node.children.findIndex(({ id }) => id === group.id), child)`),
  },
  {
    what: 'does not name layers',
    fact: 'names',
    bends: after("for (const leaf of leaves.concat(groups(node))) leaf.name = 'Vector'"),
  },
  {
    what: 'loses the opacity of groups',
    fact: 'group-opacity',
    bends: after('for (const group of groups(node)) group.opacity = 1'),
  },
  {
    what: 'paints everything black',
    fact: 'fills',
    bends: before('.replace(/fill="#......"/g, \'fill="#000000"\')'),
  },
  {
    what: 'loses the opacity of fills',
    fact: 'fill-opacity',
    bends: before('.replace(/fill-opacity="[^"]*"/g, \'\')'),
  },
  {
    what: 'turns linear gradients',
    fact: 'linear',
    bends: gradients('GRADIENT_LINEAR', 'gradientTransform: [[0, 1, 0], [1, 0, 0]]'),
  },
  {
    what: 'imports radial gradients as solid colors',
    fact: 'radial',
    bends:
      after(`for (const leaf of leaves) leaf.fills = leaf.fills.map((paint) => paint.type === 'GRADIENT_RADIAL'
      ? { type: 'SOLID', color: { r: 0, g: 0, b: 0 } } : paint)`),
  },
  {
    what: 'loses the opacity of stops',
    fact: 'stops',
    bends: before('.replace(/stop-opacity="[^"]*"/g, \'\')'),
  },
  {
    what: 'loses strokes',
    fact: 'strokes',
    bends: after('for (const leaf of leaves) leaf.strokes = []'),
  },
  {
    what: 'makes strokes plain',
    fact: 'stroke-style',
    bends: before('.replace(/stroke-(?:linecap|linejoin|dasharray)="[^"]*"/g, \'\')'),
  },
  {
    what: 'fills holes',
    fact: 'even-odd',
    bends: before('.replace(/fill-rule="evenodd"/g, \'\')'),
  },
  {
    what: 'pins layers to the corner',
    fact: 'constraints',
    bends: after("for (const leaf of leaves) leaf.constraints = { horizontal: 'MIN', vertical: 'MIN' }"),
  },
  {
    what: 'cannot make vectors',
    fact: 'drawing',
    bends: inFigma("createVector: () => { throw new Error('no') }"),
  },
  {
    what: 'has no rescale',
    fact: 'rescale',
    bends: '{ layer: { rescale: null } }',
  },
  {
    what: 'rescales frames without what is in them',
    fact: 'rescale',
    bends:
      '{ layer: { rescale: (layer, real, factor) => layer.resizeWithoutConstraints(layer.width * factor, layer.height * factor) } }',
  },
  {
    what: 'resizes frames without what is in them',
    fact: 'resize',
    bends:
      "{ layer: { resize: (layer, real, width, height) => layer.type === 'FRAME' ? layer.resizeWithoutConstraints(width, height) : real(width, height) } }",
  },
  {
    what: 'does not let frames have fills',
    fact: 'frame-fill',
    bends: "{ set: { fills: (layer, write, value) => write(layer.type === 'FRAME' ? [] : value) } }",
    hasOtherLayers: true,
  },
  {
    what: 'stores nothing on layers',
    fact: 'layer-data',
    bends: "{ layer: { setPluginData: () => { throw new Error('no') } } }",
  },
  {
    what: 'has no relaunch buttons',
    fact: 'layer-data',
    bends: '{ layer: { setRelaunchData: null } }',
  },
  {
    what: 'cannot flatten',
    fact: 'flatten',
    bends: inFigma("flatten: () => { throw new Error('no') }"),
  },
  {
    what: 'cannot make components',
    fact: 'components',
    bends: inFigma("createComponentFromNode: () => { throw new Error('no') }"),
  },
  {
    what: 'does not let slots hold layers',
    fact: 'slots',
    bends:
      "{ layer: { appendChild: (layer, real, child) => { if (layer.type === 'SLOT') throw new Error('no'); real(child) } } }",
  },
  {
    what: 'has no grids',
    fact: 'grids',
    bends:
      "{ set: { layoutMode: (layer, write, value) => { if (value === 'GRID') throw new Error('no'); write(value) } } }",
  },
  {
    what: 'has no variables',
    fact: 'variables',
    bends: "{ variables: { createVariable: () => { throw new Error('no') } } }",
  },
  {
    what: 'allows no further page',
    fact: 'own-page',
    bends: inFigma("createPage: () => { throw new Error('The Starter plan has 3 pages') }"),
  },
  {
    what: 'has no commitUndo',
    fact: 'one-step',
    bends: inFigma('commitUndo: null'),
  },
  {
    what: 'has no triggerUndo',
    fact: 'undo-button',
    bends: inFigma('triggerUndo: null'),
  },
  {
    what: 'takes back two steps at once',
    fact: 'undo-button',
    bends: inFigma('triggerUndo: (real) => { real(); real() }'),
  },
  {
    what: 'takes back nothing',
    fact: 'undo-button',
    bends: inFigma('triggerUndo: () => {}'),
  },
  {
    what: 'forgets texts',
    fact: 'stored-text',
    bends:
      "{ storage: { getAsync: async (real, key) => { const value = await real(key); return typeof value === 'string' && key.startsWith('check') ? null : value } } }",
  },
  {
    what: 'returns bytes as a list of numbers',
    fact: 'stored-bytes',
    bends:
      '{ storage: { getAsync: async (real, key) => { const value = await real(key); return value instanceof Uint8Array ? [...value] : value } } }',
  },
  {
    what: 'stores 2 MB only',
    fact: 'storage-limit',
    bends:
      "{ storage: { setAsync: (real, key, value) => value.length > 2000000 ? Promise.reject(new Error('quota')) : real(key, value) } }",
  },
]
