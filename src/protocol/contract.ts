import * as z from 'zod/mini'
import type { Contract } from './channel'
import { FACT_GROUPS, Finding } from './check'
import { Cleanable, CleanedLayer, CleanLayer, ExportedLayer, MAX_CLEANED } from './clean-up'
import { CanvasPalette, CreatedVariables, FileColors, NamedPalette, Recolored, Recoloring } from './colors'
import { boolean, integer, length, list, number, oneOf, pattern, range, string, text } from './fields'
import {
  type Dropped,
  INSERTED,
  Inserted,
  Insertion,
  job,
  MAX_PICTURES,
  type Note,
  nodeId,
  type Picture,
  type PlaceChoice,
} from './pictures'
import { Recipe } from './recipe'

export type { Dropped, Inserted, Insertion, Note, Picture, PlaceChoice }

/** Minimum, maximum and default size of the panel's window, in px. */
export const WINDOW = {
  minWidth: 320,
  maxWidth: 720,
  minHeight: 420,
  maxHeight: 1200,
  width: 360,
  height: 640,
}

const windowSize = z.object({
  width: integer(WINDOW.minWidth, WINDOW.maxWidth),
  height: integer(WINDOW.minHeight, WINDOW.maxHeight),
})

/** The size of the panel's window, in px. */
export type WindowSize = z.infer<typeof windowSize>

/** The stored settings. The API key is never part of any other message. */
export const SETTINGS = {
  apiKey: z.nullable(text(512, 1)),
  model: z.nullable(text(64)),
  style: z.nullable(text(64)),
  size: z.nullable(text(64)),
  /** Whether to generate with one long request instead of the queue. */
  direct: z.nullable(boolean),
  /** Number of pictures per click. */
  count: z.nullable(integer(1, 4)),
  /** Maximum number of concurrent jobs. */
  atOnce: z.nullable(integer(1, 4)),
  /** How shapes become layers, and what happens to the background. */
  layers: z.nullable(text(64)),
  background: z.nullable(text(64)),
  /** What happens to shapes in the background's color: `keep` or `cut`. */
  holes: z.nullable(text(64)),
  /** Colors closer than this OKLab distance become one. */
  unify: z.nullable(range(0, 1)),
  /** The kind of layer that a picture is inserted as. */
  insertAs: z.nullable(text(64)),
  /** Whether a picture is inserted automatically when it is ready. */
  autoInsert: z.nullable(boolean),
  closeAfterInsert: z.nullable(boolean),
  /** Whether selected layers that are cleaned up are added to History. */
  keepCleaned: z.nullable(boolean),
  /** What happens to the colors of new pictures: `keep`, `exact` or `snap`. */
  colors: z.nullable(text(64)),
  /** Whether the prompt names the colors of the file. */
  mentionColors: z.nullable(boolean),
  /** Ids of the variables and styles that new pictures may use; null if they may use all. */
  chosenColors: z.nullable(list(text(300, 1), 1, 500)),
  /** The version that was open last. */
  seenVersion: z.nullable(text(64)),
  /** Size of the device's storage in bytes, if it is not what Figma documents. */
  space: z.nullable(range(0, 1e9)),
}
const settings = z.object(SETTINGS)
/** The settings to change; others are kept. Not zod's own `partial`, which adds more code than this whole list. */
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
 * Where pictures go: into a container, beside a layer, or onto the page, in the center of the view. The name is that of the container,
 * layer or page; null if too many layers are selected to know beside which.
 */
const target = z.object({ kind: oneOf(['inside', 'beside', 'view']), name: z.nullable(string) })

export type Target = z.infer<typeof target>

const selection = z.object({
  editor: oneOf(EDITORS),
  /** Number of selected layers. */
  count: number,
  /** Number of selected layers that look as if they should be cleaned up, of the first ones. */
  cleanable: integer(0),
  /** Where the chosen pictures would go by the rules (`pictures.chosen`); without any, where one would go if nothing were in its way. */
  target,
  /** The places to choose from, and where the pictures would go for each. */
  places: z.array(z.object({ place: oneOf(['inside', 'beside', 'page']), target })),
  /** The selected layer, if there is exactly one. Size in px. */
  layer: z.nullable(
    z.object({
      id: string,
      name: string,
      width: number,
      height: number,
      /** Whether a picture that is inserted now goes into it. */
      isContainer: boolean,
      isReplaceable: boolean,
      recipe: z.nullable(Recipe),
    }),
  ),
})

/** The facts about the selection that matter for inserting a picture. */
export type Selection = z.infer<typeof selection>

/** How the plugin was started. */
const run = z.object({
  command: oneOf(['open', 'edit', 'variation', 'recolour', 'generate', 'clean-up', 'clean-up-now']),
  /** What was typed into quick actions, in which case the panel is hidden. */
  parameters: z.nullable(z.object({ prompt: string, style: z.nullable(string), size: z.nullable(string) })),
  /** The recipe of the selected layer. */
  recipe: z.nullable(Recipe),
})

export type Run = z.infer<typeof run>

/** The kind of a journal entry. Part of a storage key. */
const kind = pattern(/^[a-z]{1,20}$/)

/** The id of a stored job, possibly from another version with another format of ids. */
const storedName = pattern(/^[^/]*$/)

const storedJob = z.object({
  job: storedName,
  /** The entries as JSON texts, which the panel parses. */
  entries: z.array(z.object({ kind, text: string })),
  /** Size of the compressed picture in bytes. */
  pictureBytes: z.nullable(number),
  /** Bytes of other data under the job's key, stored by another version. */
  otherBytes: integer(0),
})

/** A bundled picture on a canvas of 100 by 100: filled paths in paint order, as alternating colors and path data. */
const samplePicture = z.object({
  prompt: string,
  /** Color of the whole canvas. */
  background: string,
  /** Paths that are stretched to the canvas. */
  scenery: z.array(string),
  /** Paths that keep their aspect ratio, and the point of the canvas that they are anchored to. */
  things: z.array(string),
  anchor: z.object({ x: number, y: number }),
})

export type SamplePicture = z.infer<typeof samplePicture>

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const nothing = z.object({})

/** The requests that the sandbox answers and the events that it emits. */
export const codeContract = {
  requests: {
    'settings.load': { params: nothing, result: settings },
    'settings.save': { params: changes, result: settings },
    /** The panel's script, which the opening shell loads. */
    'panel.load': { params: nothing, result: z.object({ source: string, styles: string }) },
    /** The worker's script, which prepares pictures. It defines `vector`. */
    'vector.load': { params: nothing, result: z.object({ source: string }) },
    /** Sample pictures for trying the plugin without a key. */
    'samples.load': { params: nothing, result: z.object({ pictures: z.array(samplePicture) }) },
    /** Inserts all of them or none. The result has the same order. */
    'picture.insert': { params: Insertion, result: z.object({ pictures: z.array(Inserted) }) },
    /** Stops inserting pictures, if any. Removes unfinished layers. */
    'picture.stop': { params: nothing, result: nothing },
    /** Returns what can be cleaned up in the selection, and what would be lost. */
    'cleanUp.read': { params: nothing, result: Cleanable },
    'cleanUp.export': { params: z.object({ nodeId }), result: ExportedLayer },
    /** Replaces a layer. Several replacements are one undo step, which `cleanUp.end` ends. */
    'cleanUp.replace': { params: CleanLayer, result: CleanedLayer },
    /** Selects the cleaned up layers. */
    'cleanUp.end': { params: z.object({ nodeIds: list(nodeId, 0, MAX_CLEANED) }), result: nothing },
    /** Selects layers and brings them into view, on their page. Returns which of them still exist. */
    'canvas.show': {
      params: z.object({ nodeIds: list(nodeId, 1, 200) }),
      result: z.object({ existing: z.array(string) }),
    },
    /** Undoes the last step, or the insert in progress. `done`: whether this version of the editor can. */
    'canvas.undo': { params: nothing, result: z.object({ done: boolean }) },
    'colors.read': { params: nothing, result: FileColors },
    /** The colors of the selected layers. */
    'canvas.palette': { params: nothing, result: CanvasPalette },
    'canvas.recolor': { params: Recoloring, result: Recolored },
    /** Adds colors as swatches on the canvas, or as variables of the file. */
    'palette.insert': { params: NamedPalette, result: z.object({ nodeId: string }) },
    'palette.variables': { params: NamedPalette, result: CreatedVariables },
    /** Tests what the plugin assumes about the editor, and removes everything that the tests created. */
    'check.run': {
      params: z.object({ group: oneOf(FACT_GROUPS) }),
      result: z.object({ findings: z.array(Finding) }),
    },
    /** Stops the test in progress, if any. */
    'check.stop': { params: nothing, result: nothing },
    /** What is known to differ in this editor. */
    'check.known': { params: nothing, result: z.object({ facts: z.array(string) }) },
    'run.read': { params: nothing, result: run },
    /** Closes the plugin, with an optional message. */
    'run.end': { params: z.object({ message: z.nullable(string) }), result: nothing },
    /** Shows the panel, which is hidden after quick actions. */
    'panel.show': { params: nothing, result: nothing },
    /** Shows a toast, replacing the last one. `stays`: until the next one or the end of the plugin. */
    toast: {
      params: z.object({ text: string, isError: boolean, stays: boolean }),
      result: nothing,
    },
    'selection.read': { params: nothing, result: selection },
    /** All jobs, or one. */
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
    /** An error in the sandbox outside of any request. */
    fault: z.object({ message: string }),
    'selection.changed': selection,
    /** The last result of `colors.read` is outdated. Emitted only while the panel watches. */
    'colors.changed': nothing,
    /** Number of imported parts of the pictures of one request, and their total. */
    'picture.progress': z.object({ done: number, total: number }),
    /** A drop that the panel made as a test has arrived. */
    'check.dropped': nothing,
    /** Pictures were dropped on the canvas and have been inserted. */
    'picture.dropped': z.object({
      pictures: z.array(z.object({ job: z.nullable(job), ...INSERTED })),
    }),
  },
} as const satisfies Contract

/** The events that the panel emits. It answers no requests. */
export const uiContract = {
  requests: {},
  events: {
    /** The user dragged the window to this size. */
    'window.resize': windowSize,
    /** Sizes in px of the pictures that the panel would insert now. The sandbox answers with `selection.changed`. */
    'pictures.chosen': z.object({
      sizes: list(z.object({ width: length, height: length }), 0, MAX_PICTURES),
    }),
    /** Whether the panel shows the colors of the file or the selection. They are read only while it does. */
    'colors.watch': z.object({ isShown: boolean }),
  },
} as const satisfies Contract
