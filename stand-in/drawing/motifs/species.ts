import { hex, type Rgb } from '../colour'

/** What tells one sitting animal from another. */
export interface Species {
  readonly fur: Rgb
  /** Belly, muzzle, cheeks. */
  readonly pale: Rgb
  /** Paws, ear tips, mask. */
  readonly dark: Rgb
  readonly ears: 'pointed' | 'round' | 'long' | 'floppy' | 'big-round'
  readonly head: 'wedge' | 'oval' | 'round'
  readonly face: 'cheeks' | 'patches' | 'bandit' | 'tears' | 'plain' | 'stripes'
  readonly tail: 'brush' | 'ringed' | 'thin' | 'puff' | 'none'
  readonly whiskers?: true
  readonly mane?: Rgb
  readonly antlers?: Rgb
  readonly bigNose?: true
}

const INK = hex('2f2430')

/** The animals that sit, by their name in a prompt. */
export const SPECIES = {
  fox: species('e8793a', 'fff3e2', '4a2a2a', 'pointed', 'wedge', 'cheeks', 'brush'),
  cat: { ...species('8f8798', 'f6efe9', '4a4456', 'pointed', 'oval', 'stripes', 'thin'), whiskers: true },
  dog: species('c98d55', 'fbeedd', '7a4a2c', 'floppy', 'oval', 'plain', 'thin'),
  wolf: species('8794a3', 'f2f4f5', '3f4a5a', 'pointed', 'wedge', 'cheeks', 'brush'),
  redpanda: species('c9552f', 'fff1dd', '3c2226', 'round', 'round', 'tears', 'ringed'),
  panda: species('fbf8f2', 'ffffff', '2e2b33', 'round', 'round', 'patches', 'none'),
  bear: species('9a6642', 'e9c9a0', '5d3a28', 'round', 'round', 'plain', 'none'),
  koala: { ...species('9aa4b0', 'eef0f2', '5b6472', 'big-round', 'round', 'plain', 'none'), bigNose: true },
  rabbit: species('cdb9a8', 'fff8f2', '8d7466', 'long', 'oval', 'plain', 'puff'),
  mouse: { ...species('a9a3ad', 'f6eef0', '77707c', 'big-round', 'oval', 'plain', 'thin'), whiskers: true },
  raccoon: species('8c8f98', 'f1efec', '33313b', 'round', 'round', 'bandit', 'ringed'),
  tiger: { ...species('f09a3a', 'fff5e4', '3a2620', 'round', 'round', 'stripes', 'thin'), whiskers: true },
  lion: { ...species('ecb65a', 'fdf0d4', '6b3f22', 'round', 'round', 'plain', 'thin'), mane: hex('b5632a') },
  deer: {
    ...species('c08a56', 'fbead3', '6a452c', 'floppy', 'wedge', 'plain', 'puff'),
    antlers: hex('8a6647'),
  },
} as const satisfies Readonly<Record<string, Species>>

function species(
  fur: string,
  pale: string,
  dark: string,
  ears: Species['ears'],
  head: Species['head'],
  face: Species['face'],
  tail: Species['tail'],
): Species {
  return { fur: hex(fur), pale: hex(pale), dark: hex(dark), ears, head, face, tail }
}

/** The colour of eyes, noses and mouths. */
export const EYE: Rgb = INK
