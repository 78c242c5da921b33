import type { Fact } from '../../protocol/check'

/** What the check of this installation tries: what is expected, and what the plugin does otherwise. */

/** Facts that the panel checks, in its own frame or at Segmind. The sandbox checks the others. */
type PanelFact =
  | 'theme'
  | 'worker'
  | 'compression'
  | 'copying'
  | 'focus'
  | 'drop'
  | 'window'
  | 'api'
  | 'readable'
  | 'key'
  | 'balance'
  | 'queue-call'
  | 'direct-call'
  | 'job-record'
  | 'media'
  | 'picture'

export type CheckLineId = Fact | PanelFact

export interface LineText {
  readonly name: string
  readonly expected: string
  /** What Inkwright does, or what the user can do, if it is different. */
  readonly otherwise: string
}

const ITSELF = 'Inkwright sets it on the layers after the import.'
const DRAWN = 'Inkwright draws the image shape by shape instead of importing it.'
const RELAY = 'Segmind does not let a plugin read this. A relay helps: the README says how.'

export const lines: Readonly<Record<CheckLineId, LineText>> = {
  theme: {
    name: 'Theme colors',
    expected: 'Figma gives the panel the colors of its theme.',
    otherwise: 'Inkwright uses colors of its own for those that are missing.',
  },
  worker: {
    name: 'Background work',
    expected: 'The panel can start a worker.',
    otherwise: 'Inkwright prepares images in small steps in the panel, which can be slower.',
  },
  compression: {
    name: 'Compression',
    expected: 'The browser can compress images for storing.',
    otherwise: 'Inkwright stores images uncompressed: about 40 % as many fit.',
  },
  copying: {
    name: 'Copying',
    expected: 'The panel may write to the clipboard.',
    otherwise: 'Inkwright shows the text so that you can select and copy it, or saves a file.',
  },
  focus: {
    name: 'Keyboard focus',
    expected: 'The panel can put the focus in a field.',
    otherwise: 'Click into the panel before you use the keyboard.',
  },
  drop: {
    name: 'Dragging to the canvas',
    expected: 'What is dropped from the panel arrives on the canvas.',
    otherwise: 'Use Insert instead of dragging.',
  },
  window: {
    name: 'Window size',
    expected: 'At least 320 × 420.',
    otherwise: 'Drag the lower right corner of the panel to make it larger.',
  },
  'stored-text': {
    name: 'Reading and writing',
    expected: 'What is stored can be read again, and deleted.',
    otherwise: 'Do not generate images: they could not be kept. Restart Figma, and check again.',
  },
  'stored-bytes': {
    name: 'Stored images',
    expected: 'Bytes come back as they were stored.',
    otherwise: 'Inkwright stores images as text: about three quarters as many fit.',
  },
  'storage-limit': {
    name: 'Space',
    expected: '5 MB for all images.',
    otherwise: 'Inkwright makes room earlier, and asks before it removes an image that was not inserted.',
  },
  svg: {
    name: 'Importing SVG',
    expected: 'Figma imports the SVG of an image.',
    otherwise: DRAWN,
  },
  frame: { name: 'Frame', expected: 'An image becomes a frame.', otherwise: DRAWN },
  'frame-size': {
    name: 'Size of the frame',
    expected: 'The frame is as large as the image.',
    otherwise: DRAWN,
  },
  'one-layer-per-shape': { name: 'Layers', expected: 'Each shape becomes one layer.', otherwise: DRAWN },
  order: { name: 'Order', expected: 'The first shape is at the back.', otherwise: DRAWN },
  outlines: { name: 'Outlines', expected: 'Shapes have their place and size.', otherwise: DRAWN },
  groups: { name: 'Groups', expected: 'Groups become groups.', otherwise: DRAWN },
  names: { name: 'Layer names', expected: 'Layers get the names in the SVG.', otherwise: ITSELF },
  'group-opacity': { name: 'Opacity of groups', expected: 'Groups keep their opacity.', otherwise: ITSELF },
  fills: { name: 'Fills', expected: 'Shapes keep their colors.', otherwise: ITSELF },
  'fill-opacity': { name: 'Opacity of fills', expected: 'Fills keep their opacity.', otherwise: ITSELF },
  linear: { name: 'Linear gradients', expected: 'They keep their direction.', otherwise: ITSELF },
  radial: { name: 'Radial gradients', expected: 'They keep their center and size.', otherwise: ITSELF },
  stops: { name: 'Colors of gradients', expected: 'Stops keep color and opacity.', otherwise: ITSELF },
  strokes: { name: 'Strokes', expected: 'Strokes keep color and width.', otherwise: ITSELF },
  'stroke-style': {
    name: 'Stroke style',
    expected: 'Strokes keep caps, joins and dashes.',
    otherwise: ITSELF,
  },
  'even-odd': { name: 'Holes', expected: 'Holes in shapes stay open.', otherwise: ITSELF },
  constraints: {
    name: 'Resizing later',
    expected: 'Layers scale with their frame.',
    otherwise: ITSELF,
  },
  'own-page': {
    name: 'Test page',
    expected: 'The check can use a page of its own.',
    otherwise: 'The check uses hidden layers on this page, and removes them.',
  },
  drawing: {
    name: 'Drawing shape by shape',
    expected: 'Layers can be drawn without the import.',
    otherwise: 'Inkwright relies on the import alone.',
  },
  rescale: {
    name: 'Scaling',
    expected: 'A frame scales with its layers and strokes.',
    otherwise: 'Inkwright scales layer by layer.',
  },
  resize: {
    name: 'Stretching',
    expected: 'Layers follow when a frame is resized.',
    otherwise: 'Inkwright scales layer by layer.',
  },
  'frame-fill': {
    name: 'Background as fill',
    expected: 'A frame takes a fill.',
    otherwise: 'The background stays a layer.',
  },
  'layer-data': {
    name: 'Memory of layers',
    expected: 'A layer remembers how it was made, and has its buttons.',
    otherwise: 'Images are inserted, but “Edit prompt” does not know them later.',
  },
  flatten: {
    name: 'Inserting as one vector',
    expected: 'Layers can be flattened.',
    otherwise: 'Images are inserted as frames.',
  },
  components: {
    name: 'Inserting as a component',
    expected: 'A frame can become a component.',
    otherwise: 'Images are inserted as frames.',
  },
  grids: {
    name: 'Grids',
    expected: 'A grid takes layers.',
    otherwise: 'Images are placed beside grids.',
  },
  slots: {
    name: 'Slots',
    expected: 'A slot takes layers.',
    otherwise: 'Images are placed beside slots.',
  },
  variables: {
    name: 'Color variables',
    expected: 'A fill can be bound to a variable, and keeps its opacity.',
    otherwise: 'Colors stay unbound, and the panel says so.',
  },
  'cut-names': {
    name: 'Long names',
    expected: 'Names are cut between characters.',
    otherwise: 'A long layer name may end in a broken character.',
  },
  'one-step': {
    name: 'One undo step',
    expected: 'An insert is one undo step.',
    otherwise: 'Undo takes back everything since Inkwright was opened.',
  },
  'undo-button': {
    name: 'Undo from the panel',
    expected: 'The panel can take back one step.',
    otherwise: 'Undo with the keyboard, on the canvas.',
  },
  speed: {
    name: 'Speed',
    expected: 'Large images are inserted in parts, with pauses.',
    otherwise: 'Insert images with fewer layers: choose “One layer per color” for Layers.',
  },
  api: {
    name: 'Segmind',
    expected: 'api.segmind.com can be reached.',
    otherwise: 'Check the connection, and whether a firewall blocks api.segmind.com.',
  },
  readable: {
    name: 'Answers',
    expected: 'Segmind lets a plugin read its answers.',
    otherwise: RELAY,
  },
  key: {
    name: 'Key',
    expected: 'Segmind accepts your key.',
    otherwise: 'Copy the key again, in full, and replace it above.',
  },
  balance: {
    name: 'Balance',
    expected: 'Enough for one image.',
    otherwise: 'Add credits at Segmind.',
  },
  'queue-call': {
    name: 'Queue (v2)',
    expected: 'A call without a valid key is refused, and the answer can be read.',
    otherwise: RELAY,
  },
  'direct-call': {
    name: 'Without queue (v1)',
    expected: 'A call without a valid key is refused, and the answer can be read.',
    otherwise: 'Leave “Skip Segmind’s queue” off.',
  },
  'job-record': {
    name: 'Progress of a job',
    expected: 'The answer about a job can be read.',
    otherwise: RELAY,
  },
  media: {
    name: 'Image files',
    expected: 'images.segmind.com can be reached, and lets a plugin read.',
    otherwise: 'An image may be made, but not arrive. Draw one image to be sure.',
  },
  picture: {
    name: 'One image',
    expected: 'An image is drawn, and kept in History.',
    otherwise: 'See the image in Create: it says what happened, and whether it was charged.',
  },
}
