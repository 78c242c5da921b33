import { type ComponentValue, isTokenNode } from '@csstools/css-parser-algorithms'
import {
  isTokenDelim,
  isTokenDimension,
  isTokenIdent,
  isTokenNumber,
  isTokenWhiteSpaceOrComment,
  type TokenDelim,
} from '@csstools/css-tokenizer'
import {
  isMediaCondition,
  isMediaConditionListWithAnd,
  isMediaConditionListWithOr,
  isMediaFeature,
  isMediaFeatureBoolean,
  isMediaFeaturePlain,
  isMediaFeatureRangeNameValue,
  isMediaFeatureRangeValueName,
  isMediaFeatureRangeValueNameValue,
  isMediaNot,
  isMediaQueryWithoutType,
  isMediaQueryWithType,
  type MediaCondition,
  type MediaFeature,
  type MediaFeatureValue,
  type MediaInParens,
  type MediaQuery,
  parse,
} from '@csstools/media-query-list-parser'
import { readLength } from '../lengths'

/** The size for which media queries are evaluated, in px. */
export interface Screen {
  readonly width: number
  readonly height: number
}

/** Undefined for an unknown feature, which is neither true nor false, even when negated. */
type Answer = boolean | undefined

/** The values of a color screen in light mode with a mouse. */
const SCREEN: Readonly<Record<string, string | number>> = {
  'any-hover': 'hover',
  'any-pointer': 'fine',
  color: 8,
  'color-gamut': 'srgb',
  'color-index': 0,
  'display-mode': 'browser',
  'dynamic-range': 'standard',
  'forced-colors': 'none',
  grid: 0,
  hover: 'hover',
  'inverted-colors': 'none',
  monochrome: 0,
  pointer: 'fine',
  'prefers-color-scheme': 'light',
  'prefers-contrast': 'no-preference',
  'prefers-reduced-data': 'no-preference',
  'prefers-reduced-motion': 'no-preference',
  'prefers-reduced-transparency': 'no-preference',
  resolution: 1,
  scripting: 'none',
  update: 'fast',
}

/** Whether a list of media queries matches a picture on a screen. An empty list does. */
export function matchesScreen(text: string, screen: Screen): boolean {
  if (text.trim() === '') return true
  return parse(text, { onParseError: () => undefined }).some((query) => matches(query, screen) === true)
}

function matches(query: MediaQuery, screen: Screen): Answer {
  if (isMediaQueryWithoutType(query)) return condition(query.media, screen)
  if (!isMediaQueryWithType(query)) return false
  const isScreen = /^(?:all|screen)$/i.test(query.getMediaType())
  const answer = isScreen && (query.media ? condition(query.media, screen) : true)
  return query.getModifier().trim().toLowerCase() === 'not' ? negate(answer) : answer
}

const negate = (answer: Answer): Answer => (answer === undefined ? undefined : !answer)

function condition({ media }: MediaCondition, screen: Screen): Answer {
  if (isMediaNot(media)) return negate(inParens(media.media, screen))
  if (isMediaConditionListWithAnd(media) || isMediaConditionListWithOr(media)) {
    const answers = [media.leading, ...media.list.map((part) => part.media)].map((part) =>
      inParens(part, screen),
    )
    // One false operand decides `and`, one true operand decides `or`.
    const deciding = !isMediaConditionListWithAnd(media)
    if (answers.includes(deciding)) return deciding
    return answers.includes(undefined) ? undefined : !deciding
  }
  return inParens(media, screen)
}

function inParens({ media }: MediaInParens, screen: Screen): Answer {
  if (isMediaCondition(media)) return condition(media, screen)
  return isMediaFeature(media) ? matchesFeature(media, screen) : undefined
}

function matchesFeature({ feature }: MediaFeature, screen: Screen): Answer {
  const name = feature.getName().toLowerCase()
  if (isMediaFeatureBoolean(feature)) {
    const value = answerOf(name, screen)
    return value === undefined ? undefined : value !== 0 && value !== 'none' && value !== 'no-preference'
  }
  if (isMediaFeaturePlain(feature)) {
    const [, bound, plain = name] = /^(min|max)-(.+)$/.exec(name) ?? []
    const operator = bound === 'min' ? '>=' : bound === 'max' ? '<=' : '='
    return compare(answerOf(plain, screen), operator, read(feature.value))
  }
  const own = answerOf(name, screen)
  if (isMediaFeatureRangeNameValue(feature))
    return compare(own, signOf(feature.operator), read(feature.value))
  if (isMediaFeatureRangeValueName(feature))
    return compare(read(feature.value), signOf(feature.operator), own)
  if (!isMediaFeatureRangeValueNameValue(feature)) return undefined
  const first = compare(read(feature.valueOne), signOf(feature.valueOneOperator), own)
  return first && compare(own, signOf(feature.valueTwoOperator), read(feature.valueTwo))
}

function answerOf(name: string, { width, height }: Screen): string | number | undefined {
  switch (name) {
    case 'width':
    case 'device-width':
      return width
    case 'height':
    case 'device-height':
      return height
    case 'aspect-ratio':
    case 'device-aspect-ratio':
      return width / height
    case 'orientation':
      return width > height ? 'landscape' : 'portrait'
    default:
      return SCREEN[name]
  }
}

const signOf = (operator: readonly TokenDelim[]): string => operator.map(([, sign]) => sign).join('')

function compare(a: string | number | undefined, operator: string, b: string | number | undefined): Answer {
  if (typeof a !== typeof b || a === undefined || b === undefined) return undefined
  switch (operator) {
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    case '>=':
      return a >= b
    default:
      return a === b
  }
}

/** Reads a keyword, a number, a length in px, a ratio, or a resolution in dppx. */
function read({ value }: MediaFeatureValue): string | number | undefined {
  const parts = [value].flat().filter((part) => !part.tokens().every(isTokenWhiteSpaceOrComment))
  const [first, slash, second, ...rest] = parts
  if (rest.length > 0) return undefined
  if (slash === undefined) return readOne(first)
  const [across, down] = [readOne(first), readOne(second)]
  const isRatio = isTokenNode(slash) && isTokenDelim(slash.value) && slash.value[4].value === '/'
  return isRatio && typeof across === 'number' && typeof down === 'number' ? across / down : undefined
}

/** Resolution units in dppx. */
const RESOLUTIONS: Readonly<Record<string, number>> = { dppx: 1, x: 1, dpi: 1 / 96, dpcm: 2.54 / 96 }

function readOne(part: ComponentValue | undefined): string | number | undefined {
  if (!isTokenNode(part)) return undefined
  const token = part.value
  if (isTokenIdent(token)) return token[4].value.toLowerCase()
  if (isTokenNumber(token)) return token[4].value
  if (!isTokenDimension(token)) return undefined
  const { value, unit } = token[4]
  const resolution = RESOLUTIONS[unit.toLowerCase()]
  if (resolution !== undefined) return value * resolution
  // In media queries, em is relative to the browser's default font size.
  const ems = /^r?em$/i.test(unit) ? 16 : 0
  return ems > 0 ? value * ems : readLength(`${value}${unit}`)?.value
}
