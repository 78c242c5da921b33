import * as z from 'zod/mini'
import type { Contract } from './channel'
import { CanvasPalette, CreatedVariables, FileColors, NamedPalette, Recolored, Recoloring } from './colors'
import { few, flag, length, number, oneOf, pattern, range, string, text, whole } from './fields'
import {
  type Dropped,
  INSERTED,
  Inserted,
  Insertion,
  job,
  MOST_PICTURES,
  type Note,
  nodeId,
  type Picture,
  type PlaceChoice,
} from './pictures'
import { Recipe } from './recipe'

export type { Dropped, Inserted, Insertion, Note, Picture, PlaceChoice }

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
  width: whole(WINDOW.minWidth, WINDOW.maxWidth),
  height: whole(WINDOW.minHeight, WINDOW.maxHeight),
})

/** The size of the panel's window, in px. */
export type WindowSize = z.infer<typeof windowSize>

/** What is remembered between two visits. The key never travels in any other message than those of the settings. */
export const SETTINGS = {
  apiKey: z.nullable(text(512, 1)),
  model: z.nullable(text(64)),
  style: z.nullable(text(64)),
  size: z.nullable(text(64)),
  /** Draw by one long call instead of the queue. */
  direct: z.nullable(flag),
  /** How many pictures one click asks for. */
  count: z.nullable(whole(1, 4)),
  /** How many jobs may run at once. */
  atOnce: z.nullable(whole(1, 4)),
  /** How shapes become layers, and what becomes of the background. */
  layers: z.nullable(text(64)),
  background: z.nullable(text(64)),
  /** Colors closer than this in OKLab become one. */
  unify: z.nullable(range(0, 1)),
  /** What a picture is to be on the canvas. */
  insertAs: z.nullable(text(64)),
  /** A picture goes onto the canvas by itself when it is ready. */
  autoInsert: z.nullable(flag),
  closeAfterInsert: z.nullable(flag),
  /** What becomes of the colors of new pictures: `keep`, `exact` or `snap`. */
  colors: z.nullable(text(64)),
  /** The prompt names the colors of the file. */
  mentionColors: z.nullable(flag),
}
const settings = z.object(SETTINGS)
/** Those that change; what is not named stays. Not zod's own `partial`: it weighs more than this whole list. */
const changes = z.object<{ [Name in keyof typeof SETTINGS]: z.ZodMiniOptional<(typeof SETTINGS)[Name]> }>(
  Object.assign(
    {},
    ...Object.entries(SETTINGS).map(([name, kind]) => ({ [name]: z.optional<z.ZodMiniType>(kind) })),
  ),
)

export type Settings = z.infer<typeof settings>

const EDITORS = ['figma', 'figjam', 'slides', 'buzz'] as const

/** The editors that the plugin runs in. */
export type Editor = (typeof EDITORS)[number]

/**
 * Where pictures go: into a container, beside a layer, or onto the page, in the middle of what is seen. The name is that of the container,
 * layer or page; null where so many layers are selected that it is not known beside which.
 */
const target = z.object({ kind: oneOf(['inside', 'beside', 'view']), name: z.nullable(string) })

export type Target = z.infer<typeof target>

const selection = z.object({
  editor: oneOf(EDITORS),
  /** How many layers are selected. */
  count: number,
  /** Where the chosen pictures go by the rules (`pictures.chosen`); without any, where one would if nothing were in its way. */
  target,
  /** The places to choose from, and where the pictures go then. */
  places: z.array(z.object({ place: oneOf(['inside', 'beside', 'page']), target })),
  /** The selected layer, where it is one alone. Size in px. */
  layer: z.nullable(
    z.object({
      id: string,
      name: string,
      width: number,
      height: number,
      /** A picture that is inserted now goes into it. */
      isContainer: flag,
      isReplaceable: flag,
      recipe: z.nullable(Recipe),
    }),
  ),
})

/** What is selected on the canvas, as far as it concerns a picture. */
export type Selection = z.infer<typeof selection>

/** How the plugin was started. */
const run = z.object({
  command: oneOf(['open', 'edit', 'variation', 'recolour', 'generate']),
  /** What was typed into quick actions: then there is no panel to be seen. */
  parameters: z.nullable(z.object({ prompt: string, style: z.nullable(string), size: z.nullable(string) })),
  /** Of the layer that is selected. */
  recipe: z.nullable(Recipe),
})

export type Run = z.infer<typeof run>

/** The name of an entry in a job's journal. */
const kind = pattern(/^[a-z]{1,20}$/)

/** The name of a job that is stored already, perhaps by another version that names them otherwise. */
const storedName = pattern(/^[^/]*$/)

const storedJob = z.object({
  job: storedName,
  /** The entries as JSON texts: what they say is the panel's affair. */
  entries: z.array(z.object({ kind, text: string })),
  /** Size of the compressed picture in bytes. */
  pictureBytes: z.nullable(number),
  /** Bytes below the job's key that are neither: another version has stored them. */
  otherBytes: whole(0),
})

/** A bundled picture: filled paths in their order, on a canvas of 100 by 100; color and path by turns. */
const samplePicture = z.object({
  prompt: string,
  /** Of the whole canvas, whatever its proportion. */
  background: string,
  /** What is stretched to the canvas. */
  scenery: z.array(string),
  /** What keeps its proportion, and the point of the canvas where it stands. */
  things: z.array(string),
  anchor: z.object({ x: number, y: number }),
})

export type SamplePicture = z.infer<typeof samplePicture>

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const nothing = z.object({})

/** What the sandbox answers and announces. */
export const codeContract = {
  requests: {
    'settings.load': { params: nothing, result: settings },
    'settings.save': { params: changes, result: settings },
    /** The panel's own script, for the page that opens before it. */
    'panel.load': { params: nothing, result: z.object({ source: string }) },
    /** The script that prepares pictures, for a worker: it defines `vector`. */
    'vector.load': { params: nothing, result: z.object({ source: string }) },
    /** Pictures to try the plugin with, without a key. */
    'samples.load': { params: nothing, result: z.object({ pictures: z.array(samplePicture) }) },
    /** All of them or none; the result has them in the same order. */
    'picture.insert': { params: Insertion, result: z.object({ pictures: z.array(Inserted) }) },
    /** Gives up what is being inserted, if anything is: nothing of it stays. */
    'picture.stop': { params: nothing, result: nothing },
    /** Selects layers and brings them into view, on their page. Answers which of them are still there. */
    'canvas.show': {
      params: z.object({ nodeIds: few(nodeId, 1, 200) }),
      result: z.object({ existing: z.array(string) }),
    },
    /** Takes back the last step, or the insert that is under way. `done`: whether this version of the editor can. */
    'canvas.undo': { params: nothing, result: z.object({ done: flag }) },
    'colors.read': { params: nothing, result: FileColors },
    /** Of what is selected. */
    'canvas.palette': { params: nothing, result: CanvasPalette },
    'canvas.recolor': { params: Recoloring, result: Recolored },
    /** Colors as swatches on the canvas, or as variables of the file. */
    'palette.insert': { params: NamedPalette, result: z.object({ nodeId: string }) },
    'palette.variables': { params: NamedPalette, result: CreatedVariables },
    'run.read': { params: nothing, result: run },
    /** Ends the plugin, with a last word or none. */
    'run.end': { params: z.object({ message: z.nullable(string) }), result: nothing },
    /** Shows the panel, which quick actions start without. */
    'panel.show': { params: nothing, result: nothing },
    /** Says something on the canvas, in the place of what was said before: `stays` until the next, or the end of the plugin. */
    toast: {
      params: z.object({ text: string, isError: flag, stays: flag }),
      result: nothing,
    },
    'selection.read': { params: nothing, result: selection },
    /** Every job, or one. */
    'journal.load': {
      params: z.object({ job: z.optional(storedName) }),
      result: z.object({ jobs: z.array(storedJob) }),
    },
    'journal.put': {
      params: z.object({ job, kind, text: text(20_000) }),
      result: nothing,
    },
    'journal.putPicture': { params: z.object({ job, bytes }), result: nothing },
    'journal.picture': {
      params: z.object({ job: storedName }),
      result: z.object({ bytes: z.nullable(bytes) }),
    },
    'journal.remove': { params: z.object({ job: storedName }), result: nothing },
  },
  events: {
    /** Something failed in the sandbox outside any request. */
    fault: z.object({ message: string }),
    'selection.changed': selection,
    /** What `colors.read` answered last is so no more. Told only while the panel watches. */
    'colors.changed': nothing,
    /** Parts of the pictures of one request that are on the canvas, and how many there are in all. */
    'picture.progress': z.object({ done: number, total: number }),
    /** Pictures were dragged onto the canvas, and are there now. */
    'picture.dropped': z.object({
      pictures: z.array(z.object({ job: z.nullable(job), ...INSERTED })),
    }),
  },
} as const satisfies Contract

/** What the panel announces; it answers no requests. */
export const uiContract = {
  requests: {},
  events: {
    /** The window was dragged to this size. */
    'window.resize': windowSize,
    /** Sizes in px of the pictures that the panel would insert now. The sandbox answers with `selection.changed`. */
    'pictures.chosen': z.object({
      sizes: few(z.object({ width: length, height: length }), 0, MOST_PICTURES),
    }),
    /** Whether the panel shows the file's colors or those of what is selected: nothing is read for them while it does not. */
    'colors.watch': z.object({ isShown: flag }),
  },
} as const satisfies Contract
