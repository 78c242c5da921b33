import type { Finding } from '../../protocol/check'
import { truncate } from '../../text/truncate'
import { recipeOf, writeRecipe } from '../recipe'
import { absent, attempt, attemptNow, differs, good } from './findings'
import { removeQuietly, type TestPage } from './test-page'

/** Checks what else the plugin does with layers. Never rejects. */
export async function tryCanvas(figma: PluginAPI, page: TestPage): Promise<Finding[]> {
  return [
    page.isOwn ? good('own-page') : page.isPossible ? differs('own-page', 'none') : absent('own-page'),
    attemptNow('layer-data', () => tryLayerData(figma, page)),
    attemptNow('flatten', () => tryFlatten(figma, page)),
    attemptNow('components', () => tryComponent(figma, page)),
    attemptNow('grids', () => tryGrid(figma, page)),
    attemptNow('slots', () => trySlot(figma, page)),
    await tryVariables(figma, page),
    attemptNow('cut-names', tryCutting),
  ]
}

const box = (figma: PluginAPI, page: TestPage): RectangleNode => page.take(figma.createRectangle())

function tryLayerData(figma: PluginAPI, page: TestPage): Finding {
  const layer = box(figma, page)
  writeRecipe(layer, {
    ...{ version: 1, prompt: 'a test', style: 'any', size: '1024x1024', requestId: null, cost: null, at: 0 },
    ...{ layers: 'objects', background: 'keep', unify: 0 },
  })
  layer.setRelaunchData({ edit: 'A test' })
  const written = recipeOf(layer)
  return written?.prompt === 'a test' ? good('layer-data') : differs('layer-data', 'lost')
}

function tryFlatten(figma: PluginAPI, page: TestPage): Finding {
  const frame = page.take(figma.createFrame())
  for (const x of [10, 40]) {
    const layer = box(figma, page)
    frame.appendChild(layer)
    layer.visible = true
    layer.resize(20, 20)
    layer.x = x
  }
  const { type, x, width } = figma.flatten(frame.children, frame)
  return type === 'VECTOR' && x === 10 && Math.abs(width - 50) < 0.1
    ? good('flatten')
    : differs('flatten', `${type} ${x} ${width}`)
}

function tryComponent(figma: PluginAPI, page: TestPage): Finding {
  if (figma.editorType !== 'figma') return absent('components')
  const { type } = page.take(figma.createComponentFromNode(page.take(figma.createFrame())))
  return type === 'COMPONENT' ? good('components') : differs('components', type)
}

/** Checks that a frame with a grid accepts more layers. */
function tryGrid(figma: PluginAPI, page: TestPage): Finding {
  if (figma.editorType !== 'figma') return absent('grids')
  const frame = page.take(figma.createFrame())
  frame.layoutMode = 'GRID'
  frame.appendChild(box(figma, page))
  return frame.layoutMode === 'GRID' && frame.children.length === 1
    ? good('grids')
    : differs('grids', frame.layoutMode)
}

/** Checks slots, which are new and may be missing. */
function trySlot(figma: PluginAPI, page: TestPage): Finding {
  if (figma.editorType !== 'figma') return absent('slots')
  const component = page.take(figma.createComponent())
  if (!('createSlot' in component)) return absent('slots')
  const slot = component.createSlot()
  slot.appendChild(box(figma, page))
  return slot.type === 'SLOT' && slot.children.length === 1 ? good('slots') : differs('slots', slot.type)
}

/**
 * Binds the fill of a layer to a variable that is removed afterwards. Sets the opacity again, as `colors/painter.ts` does, because it is
 * undocumented whether binding keeps it.
 */
async function tryVariables(figma: PluginAPI, page: TestPage): Promise<Finding> {
  if (figma.editorType === 'figjam') return absent('variables')
  const made: VariableCollection[] = []
  const finding = await attempt('variables', () => {
    const collection = figma.variables.createVariableCollection('Inkwright check')
    made.push(collection)
    const variable = figma.variables.createVariable('Test', collection, 'COLOR')
    variable.setValueForMode(collection.defaultModeId, { r: 0.2, g: 0.4, b: 0.6 })
    const layer = box(figma, page)
    const paint: SolidPaint = { type: 'SOLID', color: { r: 1, g: 0, b: 0 }, opacity: 0.5 }
    const bound = figma.variables.setBoundVariableForPaint(paint, 'color', variable)
    layer.fills = [{ ...bound, opacity: 0.5 }]
    const [fill] = layer.fills as readonly SolidPaint[]
    const isBound = fill?.boundVariables?.color?.id === variable.id
    return isBound && fill.opacity === 0.5
      ? good('variables')
      : differs('variables', isBound ? String(fill?.opacity) : 'unbound')
  })
  for (const collection of made) removeQuietly(collection)
  return finding
}

/** Checks that a long name is cut between characters, even if a character consists of several code points. */
function tryCutting(): Finding {
  const family = '👨‍👩‍👧'
  const cut = truncate(`a ${family} ${family}`, 9)
  const way = typeof Intl !== 'undefined' && 'Segmenter' in Intl ? 'Intl.Segmenter' : 'own'
  return cut === 'a…' ? good('cut-names', way) : differs('cut-names', cut)
}
