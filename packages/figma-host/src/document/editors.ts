import { ApiError } from './errors'
import type { EditorType } from './session'
import type { KnownInterface } from './typings-members'

const NAMES: Readonly<Record<EditorType, string>> = {
  figma: 'Figma Design',
  figjam: 'FigJam',
  slides: 'Figma Slides',
  buzz: 'Figma Buzz',
}

type Only = Readonly<Record<string, readonly EditorType[]>>

const [DESIGN, FIGJAM, SLIDES, GRID, BUZZ] = [
  ['figma'],
  ['figjam'],
  ['slides'],
  ['slides', 'buzz'],
  ['buzz'],
] as const satisfies readonly EditorType[][]

const only = (names: string, editors: readonly EditorType[]): Only =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, editors]),
  )

/**
 * The members that only some editors have, by the typings' own remarks ("This API is only available in …"), which a
 * test holds this against; and `figma.variables`, which FigJam is not known to have.
 */
export const EDITOR_ONLY: Readonly<Partial<Record<KnownInterface, Only>>> = {
  PluginAPI: {
    ...only(
      `createComponent createComponentFromNode createPaintStyle createTextStyle createEffectStyle createGridStyle
      createCustomAnimationStyle moveLocalPaintStyleAfter moveLocalTextStyleAfter moveLocalEffectStyleAfter
      moveLocalGridStyleAfter moveLocalCustomAnimationStyleAfter moveLocalPaintFolderAfter moveLocalTextFolderAfter
      moveLocalEffectFolderAfter moveLocalGridFolderAfter moveLocalCustomAnimationFolderAfter combineAsVariants`,
      DESIGN,
    ),
    ...only(
      `timer activeUsers createSticky createConnector createShapeWithText createCodeBlock createTable
      createLinkPreviewAsync createGif`,
      FIGJAM,
    ),
    ...only('createSlide createSlideRow getSlideGrid setSlideGrid', SLIDES),
    ...only('getCanvasGrid setCanvasGrid createCanvasRow moveNodesToCoord', GRID),
    ...only('buzz', BUZZ),
    variables: ['figma', 'slides', 'buzz'],
  },
  ViewportAPI: { ...only('slidesView', SLIDES), ...only('canvasView', GRID) },
  BaseNodeMixin: only('getTopLevelFrame', DESIGN),
  SceneNodeMixin: only('stuckNodes', FIGJAM),
  PageNode: { ...only('focusedSlide', SLIDES), ...only('focusedNode', GRID) },
}

const EVERYWHERE = Object.assign({}, EDITOR_ONLY.BaseNodeMixin, EDITOR_ONLY.SceneNodeMixin)

/** Throws where an editor lacks a member of an interface. `name` is how the plugin calls it, such as `figma.createSlide`. */
export function assertInEditor(editor: EditorType, type: KnownInterface, member: string, name: string): void {
  const editors = EDITOR_ONLY[type]?.[member] ?? (type.endsWith('Node') ? EVERYWHERE[member] : undefined)
  if (editors && !editors.includes(editor)) {
    const where = editors.map((one) => NAMES[one]).join(' and ')
    throw new ApiError(`${name} works in ${where} only, not in ${NAMES[editor]}`)
  }
}
