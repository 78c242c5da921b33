import * as z from 'zod/mini'
import { Binding, BindingReport } from './colors'
import { boolean, integer, length, list, oneOf, pattern, string, text } from './fields'
import { Finish, FinishReport } from './finish'
import { Recipe } from './recipe'

/** A job's id. Part of a storage key. */
export const job = pattern(/^[a-z0-9-]{1,40}$/)

export const nodeId = text(200, 1)

/** A picture to insert. */
export const Picture = z.object({
  /**
   * The prepared SVG, whole or in parts of the same width and height, the first at the back. Importing a part blocks the editor,
   * which can react between two parts.
   */
  parts: z.array(text(Number.MAX_SAFE_INTEGER, 1)),
  /** Name of the layer: the prompt. */
  name: pattern(/^\s*\S[\s\S]{0,9999}$/),
  /** Size of the drawing, in px. */
  width: length,
  height: length,
  /** The first layer is a rectangle as large as the picture, and its paint becomes the frame's fill. */
  frameFill: boolean,
  /** The kind of layer to insert: `vector` is a single layer that cannot be split by color. */
  as: oneOf(['frame', 'component', 'vector']),
  /** Variables and styles to bind its colors to. */
  bindings: z.array(Binding),
  /** What to do after the import, if anything. */
  finish: z.optional(Finish),
  recipe: Recipe,
})

export type Picture = z.infer<typeof Picture>

/** Maximum number of pictures that are inserted in one step. */
export const MAX_PICTURES = 100

const PLACES = ['auto', 'inside', 'beside', 'page'] as const

/**
 * The user's choice of where pictures go: by the rules, into the selected container, next to the selection, or onto the page, in the center
 * of the view. An impossible choice counts as `auto`.
 */
export type PlaceChoice = (typeof PLACES)[number]

/** Pictures to insert together, as one undo step: several are placed in rows. */
export const Insertion = z
  .object({
    pictures: list(Picture, 1, MAX_PICTURES),
    place: oneOf(PLACES),
    /** The layer to replace. Requires a single picture, and overrides `place`. */
    replace: z.nullable(nodeId),
  })
  .check(z.refine(({ pictures, replace }) => replace === null || pictures.length === 1))

export type Insertion = z.infer<typeof Insertion>

/** Why a picture is not in the requested place, or not the requested kind of layer. */
const NOTES = [
  'instance',
  'locked',
  'no-room',
  'gone',
  'not-replaceable',
  'no-component',
  'no-flattening',
  'masked',
  'mask',
  'hidden',
  'refused',
  'clipped',
] as const

export type Note = (typeof NOTES)[number]

export const INSERTED = {
  nodeId: string,
  /** Number of layers inside the frame, not counting groups. */
  layers: integer(0),
  note: z.nullable(oneOf(NOTES)),
  binding: BindingReport,
  finish: FinishReport,
}
export const Inserted = z.object(INSERTED)

export type Inserted = z.infer<typeof Inserted>

/** The pictures of a drag, as `dropMetadata.inkwright`, each with its job, if any. */
export const Dropped = list(z.object({ job: z.nullable(job), picture: Picture }), 1, MAX_PICTURES)

export type Dropped = z.infer<typeof Dropped>
