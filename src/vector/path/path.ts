/** Path commands, all absolute; every other command of SVG is brought to these four. */
export const MOVE = 0
export const LINE = 1
export const CUBIC = 2
export const CLOSE = 3

/** A path as two flat arrays: pictures have up to a million segments, too many for an object each. */
export interface Path {
  /** One of MOVE, LINE, CUBIC, CLOSE a command. */
  readonly commands: Uint8Array
  /** x and y alternating: 2 numbers for MOVE and LINE, 6 for CUBIC, none for CLOSE. */
  readonly coords: Float64Array
}

/** Collects commands into growing arrays; `finish` gives the path. */
export class PathBuilder {
  #commands = new Uint8Array(64)
  #coords = new Float64Array(256)
  #commandCount = 0
  #coordCount = 0

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
    return {
      commands: this.#commands.slice(0, this.#commandCount),
      coords: this.#coords.slice(0, this.#coordCount),
    }
  }

  #command(code: number, arity: number): void {
    if (this.#commandCount === this.#commands.length) {
      const wider = new Uint8Array(this.#commands.length * 2)
      wider.set(this.#commands)
      this.#commands = wider
    }
    if (this.#coordCount + arity > this.#coords.length) {
      const wider = new Float64Array(this.#coords.length * 2)
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
