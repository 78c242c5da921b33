import * as z from 'zod/mini'
import type { Contract } from './channel'
import {
  Binding,
  BindingReport,
  CanvasPalette,
  CreatedVariables,
  FileColors,
  NamedPalette,
  Recolored,
  Recoloring,
} from './colors'
import { flag, length, number, oneOf, pattern, range, string, text, whole } from './fields'
import { Recipe } from './recipe'

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
  width: whole(WINDOW.minWidth, WINDOW.maxWidth),
  height: whole(WINDOW.minHeight, WINDOW.maxHeight),
})

/** The size of the panel's window, in px. */
export type WindowSize = z.infer<typeof windowSize>

/** The stored settings. The API key is never part of any other message. */
export const SETTINGS = {
  apiKey: z.nullable(text(512, 1)),
  model: z.nullable(text(64)),
  style: z.nullable(text(64)),
  size: z.nullable(text(64)),
  /** Generate with one long request instead of the queue. */
  direct: z.nullable(flag),
  /** Number of pictures per click. */
  count: z.nullable(whole(1, 4)),
  /** Maximum number of concurrent jobs. */
  atOnce: z.nullable(whole(1, 4)),
  /** How shapes become layers, and what happens to the background. */
  layers: z.nullable(text(64)),
  background: z.nullable(text(64)),
  /** Colors closer than this OKLab distance become one. */
  unify: z.nullable(range(0, 1)),
  /** The kind of layer that a picture is inserted as. */
  insertAs: z.nullable(text(64)),
  /** Whether a picture is inserted automatically when it is ready. */
  autoInsert: z.nullable(flag),
  closeAfterInsert: z.nullable(flag),
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

const nodeId = text(200, 1)

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
  frameFill: flag,
  /** The kind of layer to insert: `vector` is a single layer that cannot be split by color. */
  as: oneOf(['frame', 'component', 'vector']),
  /** The layer to replace. */
  replace: z.nullable(nodeId),
  /** Variables and styles to bind its colors to. */
  bindings: z.array(Binding),
  recipe: Recipe,
})

export type Picture = z.infer<typeof Picture>

/** Why a picture is not in the wanted place, or not the wanted kind of layer. */
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

const inserted = z.object({
  nodeId: string,
  /** Number of layers inside the frame, not counting groups. */
  layers: whole(0),
  note: z.nullable(oneOf(NOTES)),
  binding: BindingReport,
})

export type Inserted = z.infer<typeof inserted>

const EDITORS = ['figma', 'figjam', 'slides', 'buzz'] as const

/** The editors that the plugin runs in. */
export type Editor = (typeof EDITORS)[number]

const selection = z.object({
  editor: oneOf(EDITORS),
  /** Number of selected layers. */
  count: number,
  /** The selected layer, if there is exactly one. Size in px. */
  layer: z.nullable(
    z.object({
      id: string,
      name: string,
      width: number,
      height: number,
      /** Whether a picture that is inserted now goes into it. */
      isContainer: flag,
      isReplaceable: flag,
      recipe: z.nullable(Recipe),
    }),
  ),
})

/** The facts about the selection that matter for inserting a picture. */
export type Selection = z.infer<typeof selection>

/** How the plugin was started. */
const run = z.object({
  command: oneOf(['open', 'edit', 'variation', 'recolour', 'generate']),
  /** What was typed into quick actions, in which case the panel is hidden. */
  parameters: z.nullable(z.object({ prompt: string, style: z.nullable(string), size: z.nullable(string) })),
  /** The recipe of the selected layer. */
  recipe: z.nullable(Recipe),
})

export type Run = z.infer<typeof run>

/** A job's id, and the kind of a journal entry. Both are part of a storage key. */
const job = pattern(/^[a-z0-9-]{1,40}$/)
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
  otherBytes: whole(0),
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
    'panel.load': { params: nothing, result: z.object({ source: string }) },
    /** The worker's script, which prepares pictures. It defines `vector`. */
    'vector.load': { params: nothing, result: z.object({ source: string }) },
    /** Sample pictures for trying the plugin without a key. */
    'samples.load': { params: nothing, result: z.object({ pictures: z.array(samplePicture) }) },
    'picture.insert': { params: Picture, result: inserted },
    /** Stops inserting pictures, if any. Removes unfinished layers. */
    'picture.stop': { params: nothing, result: nothing },
    'colors.read': { params: nothing, result: FileColors },
    /** The colors of the selected layers. */
    'canvas.palette': { params: nothing, result: CanvasPalette },
    'canvas.recolor': { params: Recoloring, result: Recolored },
    /** Adds colors as swatches on the canvas, or as variables of the file. */
    'palette.insert': { params: NamedPalette, result: z.object({ nodeId: string }) },
    'palette.variables': { params: NamedPalette, result: CreatedVariables },
    'run.read': { params: nothing, result: run },
    /** Closes the plugin, with an optional message. */
    'run.end': { params: z.object({ message: z.nullable(string) }), result: nothing },
    /** Shows the panel, which is hidden after quick actions. */
    'panel.show': { params: nothing, result: nothing },
    /** Shows a toast, replacing the last one. `stays`: until the next one or the end of the plugin. */
    toast: {
      params: z.object({ text: string, isError: flag, stays: flag }),
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
    /** Number of imported parts of a picture, and their total. */
    'picture.progress': z.object({ done: number, total: number }),
    /** The picture of a job was dropped on the canvas and has been inserted. */
    'picture.dropped': z.object({ job, layers: number, binding: BindingReport }),
  },
} as const satisfies Contract

/** The events that the panel emits. It answers no requests. */
export const uiContract = {
  requests: {},
  events: {
    /** The user dragged the window to this size. */
    'window.resize': windowSize,
    /** Whether the panel shows the colors of the file or the selection. They are read only while it does. */
    'colors.watch': z.object({ isShown: flag }),
  },
} as const satisfies Contract
