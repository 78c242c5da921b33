import { commandsArray, coordsArray } from './arrays'

/** Path commands, all absolute; every other SVG command is converted to these four. */
export const MOVE = 0
export const LINE = 1
export const CUBIC = 2
export const CLOSE = 3

/** A path as two flat arrays: pictures have up to a million segments, too many for an object each. */
export interface Path {
  /** MOVE, LINE, CUBIC or CLOSE for each command. */
  readonly commands: Uint8Array
  /** x and y alternating: 2 numbers for MOVE and LINE, 6 for CUBIC, none for CLOSE. */
  readonly coords: Float64Array
}

/** Initial capacity of a builder, and the largest capacity that is reused, half a megabyte. */
const INITIAL_CAPACITY = 256
const MAX_REUSED = 1 << 16

/** The arrays of a finished builder, for the next one: in a browser, allocating them takes longer than building most paths. */
let spare: Path | null = null
const NONE: Path = { commands: new Uint8Array(0), coords: new Float64Array(0) }

/** Collects commands in growing arrays; `finish` returns the path and empties the builder. */
export class PathBuilder {
  #commands: Uint8Array
  #coords: Float64Array
  #commandCount = 0
  #coordCount = 0

  constructor() {
    const { commands, coords } = spare ?? NONE
    spare = null
    this.#commands = commands
    this.#coords = coords
  }

  get segments(): number {
    return this.#commandCount
  }

  move(x: number, y: number): void {
    this.#command(MOVE, 2)
    this.#put(x, y)
  }

  line(x: number, y: number): void {
    this.#command(LINE, 2)
    this.#put(x, y)
  }

  cubic(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.#command(CUBIC, 6)
    this.#put(x1, y1)
    this.#put(x2, y2)
    this.#put(x, y)
  }

  close(): void {
    this.#command(CLOSE, 0)
  }

  finish(): Path {
    const commands = this.#commands
    const coords = this.#coords
    const path = { commands: commandsArray(this.#commandCount), coords: coordsArray(this.#coordCount) }
    path.commands.set(commands.subarray(0, this.#commandCount))
    path.coords.set(coords.subarray(0, this.#coordCount))
    if (coords.length <= MAX_REUSED) spare = { commands, coords }
    this.#commands = NONE.commands
    this.#coords = NONE.coords
    this.#commandCount = 0
    this.#coordCount = 0
    return path
  }

  #command(code: number, arity: number): void {
    if (this.#commandCount === this.#commands.length) {
      const wider = new Uint8Array(Math.max(INITIAL_CAPACITY, this.#commands.length * 2))
      wider.set(this.#commands)
      this.#commands = wider
    }
    if (this.#coordCount + arity > this.#coords.length) {
      const wider = new Float64Array(Math.max(INITIAL_CAPACITY, this.#coords.length * 2))
      wider.set(this.#coords)
      this.#coords = wider
    }
    this.#commands[this.#commandCount++] = code
  }

  #put(x: number, y: number): void {
    this.#coords[this.#coordCount++] = x
    this.#coords[this.#coordCount++] = y
  }
}
