import type { SubjectName } from './motifs'
import type { Mood } from './palette'

/** Surroundings that a prompt may name. */
export type Setting =
  | 'mountains'
  | 'hills'
  | 'forest'
  | 'city'
  | 'sea'
  | 'beach'
  | 'underwater'
  | 'desert'
  | 'space'
  | 'sky'
  | 'stars'
  | 'rain'
  | 'snow'

/** What kind of picture the prompt asks for. */
export type Format = 'pattern' | 'badge' | 'scene' | 'portrait' | 'abstract'

/** Several words that mean one thing, joined before the text is cut into words. */
export const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bred pandas?\b/g, 'redpanda'],
  [/\bhot[- ]?air balloons?\b/g, 'balloon'],
  [/\b(cups?|mugs?) of (coffee|tea|cocoa)\b/g, 'coffee'],
  [/\b(coffee|tea) (cups?|mugs?)\b/g, 'coffee'],
  [/\bpalm trees?\b/g, 'palm'],
  [/\b(pine|fir|christmas) trees?\b/g, 'pine'],
  [/\blight ?bulbs?\b/g, 'bulb'],
  [/\bice creams?\b/g, 'icecream'],
  [/\bfull moon\b/g, 'fullmoon'],
  [/\b(sail|sailing) ?boats?\b/g, 'boat'],
  [/\bcamp ?fires?\b/g, 'campfire'],
  [/\bunder (the )?(water|sea)\b/g, 'underwater'],
  [/\bouter space\b/g, 'space'],
  [/\bblack and white\b/g, 'monochrome'],
]

const SUBJECT_WORDS: Readonly<Record<SubjectName, string>> = {
  fox: 'fox vixen',
  cat: 'cat kitten kitty tabby',
  dog: 'dog puppy hound corgi terrier labrador',
  wolf: 'wolf husky coyote',
  redpanda: 'redpanda',
  panda: 'panda',
  bear: 'bear grizzly teddy',
  koala: 'koala',
  rabbit: 'rabbit bunny hare',
  mouse: 'mouse mice rat hamster',
  raccoon: 'raccoon badger',
  tiger: 'tiger',
  lion: 'lion',
  deer: 'deer stag reindeer elk moose fawn',
  owl: 'owl',
  bird: 'bird robin sparrow finch songbird raven crow dove pigeon parrot',
  butterfly: 'butterfly moth',
  bee: 'bee bumblebee honeybee wasp',
  fish: 'fish goldfish carp koi salmonfish trout tuna',
  whale: 'whale orca dolphin',
  turtle: 'turtle tortoise',
  octopus: 'octopus squid kraken',
  jellyfish: 'jellyfish medusa',
  tree: 'tree oak maple birch bonsai',
  pine: 'pine fir spruce conifer',
  palm: 'palm',
  flower: 'flower floral tulip daisy poppy bouquet blossom bloom lily peony',
  sunflower: 'sunflower',
  sprig: 'sprig fern herb botanical plant',
  leaf: 'leaf foliage',
  mushroom: 'mushroom toadstool fungus',
  cactus: 'cactus succulent',
  sun: 'sun sunshine',
  moon: 'moon crescent',
  fullMoon: 'fullmoon',
  star: 'star',
  cloud: 'cloud cloudy',
  planet: 'planet saturn jupiter',
  mountain: 'mountain peak summit volcano',
  drop: 'drop raindrop droplet water-drop',
  house: 'house home cottage cabin hut barn village farm',
  block: 'skyscraper tower apartment',
  castle: 'castle palace fortress fairytale',
  lighthouse: 'lighthouse beacon',
  tent: 'tent camp camping',
  windmill: 'windmill mill',
  rocket: 'rocket spaceship spacecraft shuttle launch startup',
  boat: 'boat ship sail yacht',
  balloon: 'balloon',
  car: 'car automobile taxi vehicle beetle',
  bicycle: 'bicycle bike cycling',
  train: 'train locomotive railway',
  coffee: 'coffee cup mug espresso latte tea cappuccino cafe café barista',
  teapot: 'teapot kettle',
  apple: 'apple',
  citrus: 'citrus lemon grapefruit oranges fruit',
  cupcake: 'cupcake cake muffin dessert birthday',
  iceCream: 'icecream gelato sundae',
  heart: 'heart love valentine',
  robot: 'robot android bot machine ai',
  book: 'book reading library notebook story',
  crown: 'crown king queen royal',
  gem: 'gem diamond crystal jewel ruby emeraldstone',
  bulb: 'bulb idea lamp innovation',
  umbrella: 'umbrella parasol',
  camera: 'camera photo photography photographer',
  guitar: 'guitar music ukulele musician',
  campfire: 'campfire fire bonfire flame',
  gift: 'gift present',
  anchor: 'anchor',
}

const SETTING_WORDS: Readonly<Record<Setting, string>> = {
  mountains: 'mountain alps peak summit alpine range',
  hills: 'hill meadow field valley countryside landscape garden park nature prairie grass',
  forest: 'forest wood woodland jungle grove trees',
  city: 'city skyline urban downtown town street metropolis',
  sea: 'sea ocean lake river coast shore harbor harbour wave bay water',
  beach: 'beach island tropical lagoon',
  underwater: 'underwater reef aquarium seabed',
  desert: 'desert dune canyon sahara savanna',
  space: 'space galaxy cosmos cosmic astronaut universe orbit nebula',
  sky: 'sky flying air',
  stars: 'stars starry starlight',
  rain: 'rain rainy storm',
  snow: 'snow snowy snowfall',
}

const MOOD_WORDS: Readonly<Partial<Record<Mood, string>>> = {
  sunset: 'sunset dusk evening sunrise dawn twilight',
  night: 'night midnight moonlight nocturnal starry moonlit',
  autumn: 'autumn fall october harvest thanksgiving',
  winter: 'winter snow snowy ice frozen arctic christmas december',
  spring: 'spring easter april cherry',
  desert: 'desert dune canyon western savanna',
  ocean: 'ocean underwater marine nautical reef',
  space: 'space galaxy cosmos cosmic universe nebula',
  meadow: 'meadow summer garden countryside picnic',
  berry: 'magic magical dream dreamy fantasy fairy fairytale unicorn mystic',
}

const FORMAT_WORDS: Readonly<Record<Format, string>> = {
  pattern: 'pattern seamless tile tiled wallpaper repeating repeat textile fabric',
  badge: 'logo icon badge emblem sticker crest seal symbol stamp mascot avatar logotype',
  scene: 'scene landscape view scenery panorama background-scene',
  portrait: 'portrait face head closeup',
  abstract: 'abstract geometric bauhaus',
}

/** Subject by word, in the singular. */
export const SUBJECT_BY_WORD = inverted(SUBJECT_WORDS)
/** Setting by word. */
export const SETTING_BY_WORD = inverted(SETTING_WORDS)
/** Mood by word. */
export const MOOD_BY_WORD = inverted(MOOD_WORDS)
/** Format by word. */
export const FORMAT_BY_WORD = inverted(FORMAT_WORDS)

/** How many a number word means, where a picture can show it. */
export const COUNT_BY_WORD: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['pair', 2],
  ['couple', 2],
  ['three', 3],
  ['few', 3],
  ['several', 4],
  ['four', 4],
  ['five', 5],
  ['many', 5],
  ['group', 4],
  ['family', 3],
])

/** The singular of a common English plural; other words unchanged. */
export function singular(word: string): string {
  if (/(?:leaves|wolves)$/.test(word)) return word.replace(/ves$/, 'f')
  if (/ies$/.test(word)) return word.replace(/ies$/, 'y')
  if (/(?:x|ch|sh|ss|o)es$/.test(word)) return word.slice(0, -2)
  if (/[^su]s$/.test(word)) return word.slice(0, -1)
  return word
}

function inverted<Name extends string>(
  words: Readonly<Partial<Record<Name, string>>>,
): ReadonlyMap<string, Name> {
  const result = new Map<string, Name>()
  for (const [name, list] of Object.entries<string | undefined>(words)) {
    for (const word of list?.split(' ') ?? []) result.set(word, name as Name)
  }
  return result
}
