import type { Motif } from '../pen'
import { face, sitting } from './animals'
import { block, castle, house, lighthouse, tent, windmill } from './buildings'
import { apple, citrus, coffee, cupcake, iceCream, teapot } from './food'
import { blossom, broadLeaf, cactus, flower, mushroom, palm, pine, sprig, sunflower, tree } from './plants'
import { fish, jellyfish, octopus, turtle, whale } from './sea-life'
import { cloud, drop, fullMoon, moon, mountain, planet, star, sun } from './sky'
import type { SPECIES } from './species'
import {
  anchor,
  book,
  bulb,
  camera,
  campfire,
  crown,
  gem,
  gift,
  guitar,
  heart,
  robot,
  umbrella,
} from './things'
import { balloon, bicycle, boat, car, rocket, train } from './vehicles'
import { bee, bird, butterfly, owl } from './winged'

/** Where a thing belongs in a scene. `inside`: it is at home on a plain ground rather than outdoors. */
export type Habitat = 'ground' | 'air' | 'water' | 'afloat' | 'space' | 'inside'

/** A motif with what a layout has to know of it. */
export interface Subject {
  readonly draw: Motif
  /** Half its width; the height is always about 2. */
  readonly half: number
  readonly habitat: Habitat
  /** A simpler view of it for badges and patterns. */
  readonly emblem?: Motif
}

function subject(draw: Motif, half: number, habitat: Habitat, emblem?: Motif): Subject {
  return emblem === undefined ? { draw, half, habitat } : { draw, half, habitat, emblem }
}

function animal(name: keyof typeof SPECIES): Subject {
  return subject(sitting(name), 0.85, 'ground', face(name))
}

/** Everything that can be drawn, by its name in the vocabulary. */
export const SUBJECTS = {
  fox: animal('fox'),
  cat: animal('cat'),
  dog: animal('dog'),
  wolf: animal('wolf'),
  redpanda: animal('redpanda'),
  panda: animal('panda'),
  bear: animal('bear'),
  koala: animal('koala'),
  rabbit: animal('rabbit'),
  mouse: animal('mouse'),
  raccoon: animal('raccoon'),
  tiger: animal('tiger'),
  lion: animal('lion'),
  deer: animal('deer'),
  owl: subject(owl, 0.9, 'ground'),
  bird: subject(bird, 1.1, 'ground'),
  butterfly: subject(butterfly, 1.1, 'air'),
  bee: subject(bee, 1, 'air'),
  fish: subject(fish, 1.25, 'water'),
  whale: subject(whale, 1.6, 'water'),
  turtle: subject(turtle, 1.15, 'water'),
  octopus: subject(octopus, 1.1, 'water'),
  jellyfish: subject(jellyfish, 0.7, 'water'),
  tree: subject(tree, 0.85, 'ground'),
  pine: subject(pine, 0.65, 'ground'),
  palm: subject(palm, 1, 'ground'),
  flower: subject(flower, 0.65, 'ground', blossom),
  sunflower: subject(sunflower, 0.7, 'ground'),
  sprig: subject(sprig, 0.6, 'inside'),
  leaf: subject(broadLeaf, 0.6, 'inside'),
  mushroom: subject(mushroom, 0.9, 'ground'),
  cactus: subject(cactus, 0.75, 'ground'),
  sun: subject(sun, 1, 'air'),
  moon: subject(moon, 0.9, 'air'),
  fullMoon: subject(fullMoon, 0.95, 'air'),
  star: subject(star, 1, 'air'),
  cloud: subject(cloud, 1.65, 'air'),
  planet: subject(planet, 1.2, 'space'),
  mountain: subject(mountain, 1.5, 'ground'),
  drop: subject(drop, 0.6, 'inside'),
  house: subject(house, 1, 'ground'),
  block: subject(block, 0.4, 'ground'),
  castle: subject(castle, 1, 'ground'),
  lighthouse: subject(lighthouse, 0.75, 'ground'),
  tent: subject(tent, 1.1, 'ground'),
  windmill: subject(windmill, 0.9, 'ground'),
  rocket: subject(rocket, 0.65, 'space'),
  boat: subject(boat, 1.05, 'afloat'),
  balloon: subject(balloon, 0.7, 'air'),
  car: subject(car, 1.4, 'ground'),
  bicycle: subject(bicycle, 1.3, 'ground'),
  train: subject(train, 1.4, 'ground'),
  coffee: subject(coffee, 1.1, 'inside'),
  teapot: subject(teapot, 1.2, 'inside'),
  apple: subject(apple, 0.9, 'inside'),
  citrus: subject(citrus, 1, 'inside'),
  cupcake: subject(cupcake, 0.75, 'inside'),
  iceCream: subject(iceCream, 0.6, 'inside'),
  heart: subject(heart, 1, 'inside'),
  robot: subject(robot, 0.95, 'inside'),
  book: subject(book, 1.1, 'inside'),
  crown: subject(crown, 1, 'inside'),
  gem: subject(gem, 1, 'inside'),
  bulb: subject(bulb, 0.9, 'inside'),
  umbrella: subject(umbrella, 1.05, 'inside'),
  camera: subject(camera, 1.1, 'inside'),
  guitar: subject(guitar, 0.7, 'inside'),
  campfire: subject(campfire, 0.8, 'ground'),
  gift: subject(gift, 0.9, 'inside'),
  anchor: subject(anchor, 0.95, 'inside'),
} as const satisfies Readonly<Record<string, Subject>>

/** The name of a thing that can be drawn. */
export type SubjectName = keyof typeof SUBJECTS
