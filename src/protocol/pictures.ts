import * as z from 'zod/mini'
import { Binding, BindingReport } from './colors'
import { few, flag, length, oneOf, pattern, string, text, whole } from './fields'
import { Recipe } from './recipe'

/** A job's own name: it becomes part of a storage key. */
export const job = pattern(/^[a-z0-9-]{1,40}$/)

export const nodeId = text(200, 1)

/** A picture on its way to the canvas. */
export const Picture = z.object({
  /**
   * The prepared SVG, in the safe subset: whole, or in parts of the same size, the first at the back. Importing one part keeps
   * the editor busy; between two it breathes.
   */
  parts: z.array(text(Number.MAX_SAFE_INTEGER, 1)),
  /** Name of the frame: the prompt. */
  name: pattern(/^\s*\S[\s\S]{0,9999}$/),
  /** Size of the drawing, in px. */
  width: length,
  height: length,
  /** The first layer is a rectangle as large as the picture, whose paint is to become the frame's own. */
  frameFill: flag,
  /** What it is to be on the canvas: `vector` is one layer that cannot be taken apart by color. */
  as: oneOf(['frame', 'component', 'vector']),
  /** What its colors are bound to. */
  bindings: z.array(Binding),
  recipe: Recipe,
})

export type Picture = z.infer<typeof Picture>

/** No more pictures than this are inserted in one step. */
export const MOST_PICTURES = 100

const PLACES = ['auto', 'inside', 'beside', 'page'] as const

/**
 * Where pictures go, as the user has chosen it: by the rules, into the selected container, next to what is selected, or onto the page
 * itself, in the middle of the view. What is not possible is as `auto`.
 */
export type PlaceChoice = (typeof PLACES)[number]

/** Pictures that go onto the canvas together, as one undo step: several as a block of rows. */
export const Insertion = z
  .object({
    pictures: few(Picture, 1, MOST_PICTURES),
    place: oneOf(PLACES),
    /** The layer whose place the picture takes, which must be one alone. Goes before `place`. */
    replace: z.nullable(nodeId),
  })
  .check(z.refine(({ pictures, replace }) => replace === null || pictures.length === 1))

export type Insertion = z.infer<typeof Insertion>

/** Why a picture is not where or what it was wished. */
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
  /** Layers inside the frame, groups not counted. */
  layers: whole(0),
  note: z.nullable(oneOf(NOTES)),
  binding: BindingReport,
}
export const Inserted = z.object(INSERTED)

export type Inserted = z.infer<typeof Inserted>

/** What is dragged onto the canvas, as `dropMetadata.inkwright`: each picture, and whose it is, where it is a job's. */
export const Dropped = few(z.object({ job: z.nullable(job), picture: Picture }), 1, MOST_PICTURES)

export type Dropped = z.infer<typeof Dropped>
