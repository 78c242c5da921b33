import * as z from 'zod/mini'
import type { Contract } from './channel'
import { Recipe } from './recipe'

/** Least and greatest size of the panel's window, in px. */
export const WINDOW = {
  minWidth: 320,
  maxWidth: 720,
  minHeight: 420,
  maxHeight: 1200,
  width: 360,
  height: 640,
}

const windowSize = z.object({
  width: z.number().check(z.int(), z.minimum(WINDOW.minWidth), z.maximum(WINDOW.maxWidth)),
  height: z.number().check(z.int(), z.minimum(WINDOW.minHeight), z.maximum(WINDOW.maxHeight)),
})

/** The size of the panel's window, in px. */
export type WindowSize = z.infer<typeof windowSize>

/** What is remembered between two visits. The key never travels in any other message than those of the settings. */
const settings = z.object({
  apiKey: z.nullable(z.string().check(z.minLength(1), z.maxLength(512))),
  style: z.nullable(z.string().check(z.maxLength(64))),
  size: z.nullable(z.string().check(z.maxLength(64))),
  /** Draw by one long call instead of the queue. */
  direct: z.nullable(z.boolean()),
  /** How many pictures one click asks for. */
  count: z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(4))),
  /** How many jobs may run at once. */
  atOnce: z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(4))),
  /** How shapes become layers, and what becomes of the background. */
  layers: z.nullable(z.string().check(z.maxLength(64))),
  background: z.nullable(z.string().check(z.maxLength(64))),
  /** Colours closer than this in OKLab become one. */
  unify: z.nullable(z.number().check(z.nonnegative(), z.maximum(1))),
  /** What a picture is to be on the canvas. */
  insertAs: z.nullable(z.string().check(z.maxLength(64))),
  /** A picture goes onto the canvas by itself when it is ready. */
  autoInsert: z.nullable(z.boolean()),
  closeAfterInsert: z.nullable(z.boolean()),
})

export type Settings = z.infer<typeof settings>

const nodeId = z.string().check(z.minLength(1), z.maxLength(200))

/** A picture on its way to the canvas. */
export const Picture = z.object({
  /**
   * The prepared SVG, in the safe subset: whole, or in parts of the same size, the first at the back. Importing one part keeps
   * the editor busy; between two it breathes.
   */
  parts: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
  /** Name of the frame: the prompt. */
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(1000)),
  /** Size of the drawing, in px. */
  width: z.number().check(z.positive()),
  height: z.number().check(z.positive()),
  /** The first layer is a rectangle as large as the picture, whose paint is to become the frame's own. */
  frameFill: z.boolean(),
  /** What it is to be on the canvas: `vector` is one layer that cannot be taken apart by colour. */
  as: z.enum(['frame', 'component', 'vector']),
  /** The layer whose place it takes. */
  replace: z.nullable(nodeId),
  recipe: Recipe,
})

export type Picture = z.infer<typeof Picture>

/** Why a picture is not where or what it was wished. */
const NOTES = [
  'instance',
  'locked',
  'no-room',
  'gone',
  'not-replaceable',
  'no-component',
  'no-flattening',
] as const

export type Note = (typeof NOTES)[number]

const inserted = z.object({
  nodeId: z.string(),
  /** Layers inside the frame, groups not counted. */
  layers: z.number().check(z.int(), z.nonnegative()),
  note: z.nullable(z.enum(NOTES)),
})

export type Inserted = z.infer<typeof inserted>

const EDITORS = ['figma', 'figjam', 'slides', 'buzz'] as const

/** The editors that the plugin runs in. */
export type Editor = (typeof EDITORS)[number]

const selection = z.object({
  editor: z.enum(EDITORS),
  /** The selected layer, where it is one alone. Size in px. */
  layer: z.nullable(
    z.object({
      id: z.string(),
      name: z.string(),
      width: z.number(),
      height: z.number(),
      /** A picture that is inserted now goes into it. */
      isContainer: z.boolean(),
      isReplaceable: z.boolean(),
      recipe: z.nullable(Recipe),
    }),
  ),
})

/** What is selected on the canvas, as far as it concerns a picture. */
export type Selection = z.infer<typeof selection>

/** How the plugin was started. */
const run = z.object({
  command: z.enum(['open', 'edit', 'variation', 'generate']),
  /** What was typed into quick actions: then there is no panel to be seen. */
  parameters: z.nullable(
    z.object({ prompt: z.string(), style: z.nullable(z.string()), size: z.nullable(z.string()) }),
  ),
  /** Of the layer that is selected. */
  recipe: z.nullable(Recipe),
})

export type Run = z.infer<typeof run>

/** A job's own name, and the name of an entry in its journal: they become part of a storage key. */
const job = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))
const kind = z.string().check(z.regex(/^[a-z]{1,20}$/))

const storedJob = z.object({
  job,
  /** The entries as JSON texts: what they say is the panel's affair. */
  entries: z.array(z.object({ kind, text: z.string() })),
  /** Size of the compressed picture in bytes. */
  pictureBytes: z.nullable(z.number()),
})

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const nothing = z.object({})

/** What the sandbox answers and announces. */
export const codeContract = {
  requests: {
    'settings.load': { params: nothing, result: settings },
    'settings.save': { params: z.partial(settings), result: settings },
    /** The script that prepares pictures, for a worker: it defines `vector`. */
    'vector.load': { params: nothing, result: z.object({ source: z.string() }) },
    'picture.insert': { params: Picture, result: inserted },
    /** Gives up the picture that is being inserted, if any: nothing of it stays. */
    'picture.stop': { params: nothing, result: nothing },
    'run.read': { params: nothing, result: run },
    /** Ends the plugin, with a last word or none. */
    'run.end': { params: z.object({ message: z.nullable(z.string()) }), result: nothing },
    /** Shows the panel, which quick actions start without. */
    'panel.show': { params: nothing, result: nothing },
    /** Says something on the canvas. */
    toast: { params: z.object({ text: z.string(), isError: z.boolean() }), result: nothing },
    'selection.read': { params: nothing, result: selection },
    /** Every job, or one. */
    'journal.load': {
      params: z.object({ job: z.optional(job) }),
      result: z.object({ jobs: z.array(storedJob) }),
    },
    'journal.put': {
      params: z.object({ job, kind, text: z.string().check(z.maxLength(20_000)) }),
      result: nothing,
    },
    'journal.putPicture': { params: z.object({ job, bytes }), result: nothing },
    'journal.picture': { params: z.object({ job }), result: z.object({ bytes: z.nullable(bytes) }) },
    'journal.remove': { params: z.object({ job }), result: nothing },
  },
  events: {
    /** Something failed in the sandbox outside any request. */
    fault: z.object({ message: z.string() }),
    'selection.changed': selection,
    /** Parts of a picture that are on the canvas, and how many there are in all. */
    'picture.progress': z.object({ done: z.number(), total: z.number() }),
  },
} as const satisfies Contract

/** What the panel announces; it answers no requests. */
export const uiContract = {
  requests: {},
  events: {
    /** The window was dragged to this size. */
    'window.resize': windowSize,
  },
} as const satisfies Contract
