import type { ModelSize, StyleDrawing } from '../segmind/models'
import { DEFAULT_MODEL, hasStyle, OFFERED, stylesOf } from '../segmind/request'
import { canvasStrings } from '../strings/canvas'

/** Sets the suggestions for quick actions. The plugin can neither edit nor show a panel during this event (Figma's documentation). */
export function suggest({ key, query, parameters, result }: ParameterInputEvent): void {
  const wanted = query.trim().toLowerCase()
  const matching = (
    choices: readonly { readonly name: string; readonly data: string; readonly icon: string }[],
  ) => result.setSuggestions(choices.filter(({ name }) => name.toLowerCase().includes(wanted)))
  switch (key) {
    case 'prompt':
      // `setError` does not work for parameters that allow free text (Figma's documentation), so this uses the loading message.
      if (query.length > MAX_PROMPT_LENGTH)
        return result.setLoadingMessage(canvasStrings.quickActions.tooLong(MAX_PROMPT_LENGTH))
      return result.setSuggestions(wanted === '' ? [] : [query])
    case 'style':
      return matching(styles())
    case 'size':
      return matching(sizesFor(parameters.style))
    default:
      return result.setSuggestions([])
  }
}

const icon = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="#8c8c8c">${content}</svg>`

const ICONS: Readonly<Record<StyleDrawing, string>> = {
  flat: '<circle cx="8" cy="8" r="5" fill="#f2994a" stroke="none"/>',
  engraving: '<path d="M3 12L12 3M3 8L8 3M8 13L13 8"/>',
  line: '<path d="M2 11Q5 3 8 8T14 5"/>',
  circuit: '<path d="M3 4H8V11H12"/><circle cx="13" cy="11" r="1"/>',
  linocut: '<path d="M3 13V3H13Z" fill="#8c8c8c"/>',
}

/** The longest prompt that any model accepts, in characters, because the prompt is entered before the model is known. */
const MAX_PROMPT_LENGTH = Math.max(...[DEFAULT_MODEL, ...OFFERED].map(({ promptLimit }) => promptLimit))

const styles = () =>
  stylesOf(OFFERED).map(({ id, drawing }) => ({
    name: canvasStrings.quickActions.styleName(id),
    data: id,
    icon: icon(ICONS[drawing]),
  }))

/** The sizes of all models that have the style; of all models if no style was chosen. */
function sizesFor(style: unknown) {
  const sizes = new Map<string, ModelSize>()
  for (const model of OFFERED) {
    if (typeof style !== 'string' || hasStyle(model, style))
      for (const size of model.sizes) sizes.set(size.id, size)
  }
  return [...sizes.values()].map((size) => ({
    name: canvasStrings.quickActions.sizeName(size.id),
    data: size.id,
    icon: outline(size),
  }))
}

/** An icon that shows the aspect ratio. */
function outline({ width, height }: ModelSize): string {
  const scale = 12 / Math.max(width, height)
  const w = Math.round(width * scale)
  const h = Math.round(height * scale)
  return icon(`<rect x="${8 - w / 2}" y="${8 - h / 2}" width="${w}" height="${h}"/>`)
}
