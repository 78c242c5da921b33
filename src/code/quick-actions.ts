import { quickActions } from '../strings/canvas'

/** Suggests what can be typed into quick actions. No editing and no panel is possible meanwhile (documentation). */
export function suggest({ key, query, result }: ParameterInputEvent): void {
  const wanted = query.trim().toLowerCase()
  const matching = (
    choices: readonly { readonly name: string; readonly data: string; readonly icon: string }[],
  ) => result.setSuggestions(choices.filter(({ name }) => name.toLowerCase().includes(wanted)))
  switch (key) {
    case 'prompt':
      // An error cannot be set where any text is allowed (documentation): the panel would say it, too.
      if (query.length > quickActions.promptLimit) return result.setLoadingMessage(quickActions.tooLong)
      return result.setSuggestions(wanted === '' ? [] : [query])
    case 'style':
      return matching(STYLES)
    case 'size':
      return matching(SIZES)
    default:
      return result.setSuggestions([])
  }
}

const icon = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="#8c8c8c">${content}</svg>`

/** A mark in the manner of each style. */
const MARKS: Readonly<Record<string, string>> = {
  any: '<circle cx="8" cy="8" r="5" fill="#f2994a" stroke="none"/>',
  engraving: '<path d="M3 12L12 3M3 8L8 3M8 13L13 8"/>',
  line_art: '<path d="M2 11Q5 3 8 8T14 5"/>',
  line_circuit: '<path d="M3 4H8V11H12"/><circle cx="13" cy="11" r="1"/>',
  linocut: '<path d="M3 13V3H13Z" fill="#8c8c8c"/>',
}

const STYLES = quickActions.styles.map((style) => ({ ...style, icon: icon(MARKS[style.data] ?? '') }))

/** An outline of the proportion. */
const SIZES = quickActions.sizes.map(({ name, data, width, height }) => {
  const scale = 12 / Math.max(width, height)
  const w = Math.round(width * scale)
  const h = Math.round(height * scale)
  return { name, data, icon: icon(`<rect x="${8 - w / 2}" y="${8 - h / 2}" width="${w}" height="${h}"/>`) }
})
