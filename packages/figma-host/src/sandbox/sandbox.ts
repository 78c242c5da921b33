import type { JSValueHandle } from 'quickjs-wasi'
import type { Session } from '../document/session'
import { answerMember, type MemberRequest } from './bridge'
import { Engine, type Failure, SandboxError } from './engine'
import { GLOBALS } from './globals'
import { Guest, type GuestAnswer, type GuestRequest } from './guest'
import { fetchFromSandbox } from './network'
import { refusedTexts } from './refused-texts'
import { type Clock, Timers } from './timers'

/** Maximum memory of a plugin, in bytes. */
const MEMORY_LIMIT = 256 * 1024 * 1024
/** Maximum duration of an uninterrupted turn, in ms. */
export const TURN_LIMIT = 10_000

/** The levels of console messages. */
export type ConsoleLevel = 'log' | 'info' | 'warn' | 'error'

/** Options of a sandbox. */
export interface SandboxOptions {
  readonly wasm: WebAssembly.Module | BufferSource
  readonly session: Session
  /** The plugin's `__html__`. */
  readonly html: string
  readonly clock: Clock
  /** Maximum duration of an uninterrupted turn, in ms of real time. */
  readonly turnLimit: number
  readonly now?: (() => number) | undefined
  /** Called for everything that the plugin waits for; its result is called when that is done. */
  readonly hold: () => () => void
  readonly onConsole: (level: ConsoleLevel, text: string) => void
  readonly onFault: (failure: Failure) => void
  /** Called after every turn, when the engine is idle. */
  readonly afterTurn: () => void
}

/** The sandbox of one run of a plugin: QuickJS with Figma's globals and nothing else. */
export class Sandbox {
  readonly #engine: Engine
  readonly #options: SandboxOptions
  readonly #guest: Guest
  readonly #globals: JSValueHandle
  readonly #timers: Timers

  private constructor(engine: Engine, options: SandboxOptions) {
    this.#engine = engine
    this.#options = options
    this.#timers = new Timers(options.clock, (id) => this.#fireTimer(id))
    this.#guest = new Guest(
      engine,
      (request) => this.#answer(request),
      (error) => options.onFault({ message: `the host failed: ${String(error)}`, stack: stackOf(error) }),
      options.hold,
    )
    const { vm } = engine
    const globals = engine.guarded(() => vm.evalCode(GLOBALS, 'host:globals'))
    const html = vm.newString(options.html)
    this.#globals = engine.guarded(() => vm.callFunction(globals, vm.undefined, this.#guest.handle, html))
    globals.dispose()
    html.dispose()
  }

  static async create(options: SandboxOptions): Promise<Sandbox> {
    const engine = await Engine.create({
      wasm: options.wasm,
      memoryLimit: MEMORY_LIMIT,
      turnLimit: options.turnLimit,
      now: options.now,
      onFailure: options.onFault,
      afterTurn: options.afterTurn,
    })
    return new Sandbox(engine, options)
  }

  /** Whether code of the plugin is running, further up the stack. */
  get isRunning(): boolean {
    return this.#engine.inTurn
  }

  /** Memory in use, in bytes. */
  get memoryInUse(): number {
    if (this.#engine.isBroken) return 0
    this.#engine.vm.runGC()
    return this.#engine.vm.getMemoryUsage().memoryUsedSize
  }

  /** Evaluates the plugin's code. Throws a `SandboxError` if Figma would refuse it, or if it throws. */
  run(code: string): void {
    const [refused] = refusedTexts(code)
    if (refused) {
      throw new SandboxError(
        `the code contains "${refused.text}" (at character ${refused.index}), for which Figma refuses it`,
        null,
      )
    }
    const { vm } = this.#engine
    // All inside the turn, because the plugin may have closed itself at its end, and the engine is gone then.
    this.#engine.turn(() => this.#engine.guarded(() => vm.evalCode(code, 'code.js').dispose()))
  }

  /** Runs something in a turn. Errors thrown by the plugin become faults. */
  attempt(run: () => void): void {
    try {
      this.#engine.turn(run)
    } catch (error) {
      this.#options.onFault(failureOf(error))
    }
  }

  /** Stops the timers and frees the engine. Must not be called while it is running. */
  dispose(): void {
    this.#timers.stopAll()
    // A crashed engine cannot be disposed of; its memory is freed as a whole.
    if (this.#engine.isBroken) return
    this.#globals.dispose()
    this.#guest.dispose()
    this.#engine.dispose()
  }

  #answer(request: GuestRequest): GuestAnswer {
    switch (request.op) {
      case 'host-function':
        return { value: this.#guest.callHostFunction(request.id ?? 0, request.value as unknown[]) }
      case 'console': {
        const { level, text } = request.value as { level: ConsoleLevel; text: string }
        return { value: this.#options.onConsole(level, text) }
      }
      case 'start-timer': {
        const { id, delay, repeats } = request.value as { id: number; delay: number; repeats: boolean }
        return { value: this.#timers.start(id, delay, repeats) }
      }
      case 'stop-timer':
        return { value: this.#timers.stop((request.value as { id: number }).id) }
      case 'fetch': {
        const { url } = request.value as { url: string }
        return { value: fetchFromSandbox(url, this.#options.session.manifest.allowedDomains) }
      }
      default:
        return answerMember(this.#options.session, request as MemberRequest)
    }
  }

  #fireTimer(id: number): void {
    const { vm } = this.#engine
    this.attempt(() =>
      this.#engine.guarded(() => {
        const fire = this.#globals.getProp('fireTimer')
        const number = vm.newNumber(id)
        try {
          vm.callFunction(fire, this.#globals, number).dispose()
        } finally {
          fire.dispose()
          number.dispose()
        }
      }),
    )
  }
}

/** Converts an error for reporting. */
export function failureOf(error: unknown): Failure {
  if (error instanceof SandboxError) return { message: error.message, stack: error.sandboxStack }
  return { message: error instanceof Error ? error.message : String(error), stack: stackOf(error) }
}

function stackOf(error: unknown): string | null {
  return error instanceof Error ? (error.stack ?? null) : null
}
