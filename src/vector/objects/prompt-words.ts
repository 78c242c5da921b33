/** The subject of a prompt. */
export interface Subject {
  /** As in the prompt, singular, capitalized: `Hot air balloon`. */
  readonly name: string
  readonly count: number
}

const NUMBERS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const ARTICLES = new Set(['a', 'an', 'the', 'one', 'single'])

/** Words that end the subject's noun phrase. Before any other word, such as `and` or `of`, the subject is uncertain. */
const ENDS = new Set(
  'on in at under over above below with by near beside behind before against among between from inside next through to who that which is are'.split(
    ' ',
  ),
)

/** Words for a kind of picture, or for something other than a single object. */
const NO_THING = new Set([
  ...[
    'illustration',
    'picture',
    'image',
    'drawing',
    'icon',
    'logo',
    'poster',
    'sticker',
    'vector',
    'design',
    'art',
  ],
  ...[
    'pattern',
    'landscape',
    'scene',
    'background',
    'texture',
    'set',
    'collection',
    'view',
    'skyline',
    'sunset',
  ],
  ...[
    'engraving',
    'linocut',
    'wordmark',
    'banner',
    'portrait',
    'style',
    'group',
    'pair',
    'bunch',
    'flock',
    'row',
  ],
])

const IRREGULAR: Readonly<Record<string, string>> = {
  ...{ people: 'person', men: 'man', women: 'woman', children: 'child', mice: 'mouse', geese: 'goose' },
  ...{ feet: 'foot', teeth: 'tooth', leaves: 'leaf', wolves: 'wolf', knives: 'knife', loaves: 'loaf' },
  ...{ sheep: 'sheep', fish: 'fish', deer: 'deer', butterflies: 'butterfly', oxen: 'ox', cacti: 'cactus' },
}

/** Maximum length of a name, in words. */
const MAX_WORDS = 3

/**
 * Reads the subject of an English prompt that starts with it, such as `a lighthouse on a cliff` or `three birds`; null if uncertain.
 * Requires an article or a number, because otherwise the first words may be anything.
 */
export function subjectOf(prompt: string): Subject | null {
  const words = prompt.toLowerCase().match(/[\p{L}\d'’-]+|[^\s\p{L}\d]/gu) ?? []
  const [first = '', ...rest] = words
  const named = NUMBERS.indexOf(first) + 1
  const count = ARTICLES.has(first) ? 1 : named > 0 ? named : /^\d{1,2}$/.test(first) ? Number(first) : 0
  if (count < 1) return null
  const phrase = count === 1 ? singularPhrase(rest) : pluralPhrase(rest)
  if (!phrase || phrase.some((word) => NO_THING.has(word))) return null
  const name = phrase.join(' ')
  return { name: name.charAt(0).toUpperCase() + name.slice(1), count }
}

function singularPhrase(words: readonly string[]): string[] | null {
  const end = words.findIndex(
    (word) => !/^[\p{L}'’-]+$/u.test(word) || ENDS.has(word) || isVerb(word) || isJoin(word),
  )
  const phrase = end < 0 ? words : words.slice(0, end)
  const next = end < 0 ? '' : (words[end] ?? '')
  if (phrase.length === 0 || phrase.length > MAX_WORDS) return null
  if (isJoin(next) || (next === ',' && words[end + 1] !== undefined && isOther(words[end + 1] ?? '')))
    return null
  return [...phrase]
}

function pluralPhrase(words: readonly string[]): string[] | null {
  const end = words.findIndex((word) => singular(word) !== null)
  if (end < 0 || end >= MAX_WORDS) return null
  const phrase = words.slice(0, end)
  if (!phrase.every((word) => /^[\p{L}'’-]+$/u.test(word) && !ENDS.has(word) && !isJoin(word))) return null
  // The equal objects may be of a second kind.
  if (isJoin(words[end + 1] ?? '')) return null
  return [...phrase, singular(words[end] ?? '') ?? '']
}

const isJoin = (word: string): boolean => ['and', 'or', 'of', '&', '+'].includes(word)
const isOther = (word: string): boolean => ARTICLES.has(word) || NUMBERS.includes(word)
const isVerb = (word: string): boolean => word.length > 5 && word.endsWith('ing')

/** Returns the singular of an English plural; null if the word is not a plural. */
function singular(word: string): string | null {
  const known = IRREGULAR[word]
  if (known) return known
  if (!/^[a-z-]{3,}s$/.test(word) || /(?:ss|us|is)$/.test(word)) return null
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return /(?:ch|sh|ss|x|zz)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}
