import { JSException, type JSValueHandle, QuickJS } from 'quickjs-wasi'

/**
 * Maximum stack size of the engine in bytes: about 1000 simple calls. With much more, the native stack would overflow first, which crashes
 * the engine.
 */
const STACK_LIMIT = 256 * 1024

/** An error inside the sandbox, with the sandbox's own stack if there is one. */
export interface Failure {
  readonly message: string
  readonly stack: string | null
}

/** Limits and callbacks of an engine. */
export interface EngineOptions {
  readonly wasm: WebAssembly.Module | BufferSource
  /** Maximum memory of the plugin, in bytes. */
  readonly memoryLimit: number
  /** Maximum duration of an uninterrupted turn, in ms of real time. A longer one would freeze the editor. */
  readonly turnLimit: number
  /** The time for `Date`, in ms since 1970. Default: the real time. */
  readonly now?: (() => number) | undefined
  /** Called for unhandled rejections, and for turns that were interrupted. */
  readonly onFailure: (failure: Failure) => void
  /** Called when the engine has nothing left to do. */
  readonly afterTurn: () => void
}

/**
 * A QuickJS engine. All code runs in turns: a turn runs something, then all pending promise jobs, and then reports unhandled rejections.
 */
export class Engine {
  readonly vm: QuickJS
  readonly #options: EngineOptions
  readonly #rejections = new Map<number, Failure>()
  #inTurn = false
  #broken = false
  #deadline = Number.POSITIVE_INFINITY

  private constructor(vm: QuickJS, options: EngineOptions) {
    this.vm = vm
    this.#options = options
  }

  static async create(options: EngineOptions): Promise<Engine> {
    let engine: Engine | undefined
    const { now } = options
    const vm = await QuickJS.create({
      wasm: options.wasm,
      memoryLimit: options.memoryLimit,
      maxStackSize: STACK_LIMIT,
      interruptHandler: () => engine?.isLate() ?? false,
      onUnhandledRejection: (promise, reason, handled) => engine?.noteRejection(promise, reason, handled),
      ...(now ? { wasi: (memory: WebAssembly.Memory) => frozenClock(memory, now) } : {}),
    })
    engine = new Engine(vm, options)
    return engine
  }

  /** Whether the engine has crashed. It must not be used anymore. */
  get isBroken(): boolean {
    return this.#broken
  }

  get inTurn(): boolean {
    return this.#inTurn
  }

  /** Runs something in a new turn, or inside the current one. Rethrows its errors. */
  turn<Result>(run: () => Result): Result {
    if (this.#broken) throw new SandboxError('the sandbox has crashed', null)
    if (this.#inTurn) return run()
    this.#inTurn = true
    this.#deadline = performance.now() + this.#options.turnLimit
    try {
      return run()
    } finally {
      this.#runJobs()
      this.#inTurn = false
      this.#deadline = Number.POSITIVE_INFINITY
      this.#reportRejections()
      this.#options.afterTurn()
    }
  }

  /** Converts errors of the engine to a `SandboxError`, which does not depend on the engine. */
  guarded<Result>(run: () => Result): Result {
    try {
      return run()
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
        this.#broken = true
        throw new SandboxError(`the sandbox has crashed: ${error.message}`, null)
      }
      if (!(error instanceof JSException)) throw error
      const failure = new SandboxError(textOf(error.name, error.message), error.stack ?? null)
      error.dispose()
      throw failure
    }
  }

  isLate(): boolean {
    return performance.now() > this.#deadline
  }

  noteRejection(promise: JSValueHandle, reason: JSValueHandle, handled: boolean): void {
    if (handled) this.#rejections.delete(promise.identity)
    else this.#rejections.set(promise.identity, this.#describe(reason))
  }

  dispose(): void {
    this.vm.dispose()
  }

  #describe(reason: JSValueHandle): Failure {
    if (!reason.isError) return { message: reason.toString(), stack: null }
    const read = (name: string) =>
      reason.getProp(name).consume((value) => (value.isString ? value.toString() : ''))
    return { message: textOf(read('name'), read('message')), stack: read('stack') || null }
  }

  #runJobs(): void {
    if (this.#broken) return
    try {
      this.vm.executePendingJobs()
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      this.#options.onFailure({ message, stack: null })
    }
  }

  #reportRejections(): void {
    const failures = [...this.#rejections.values()]
    this.#rejections.clear()
    for (const { message, stack } of failures) {
      this.#options.onFailure({ message: `Unhandled rejection: ${message}`, stack })
    }
  }
}

/** An error thrown in the sandbox: by the plugin's code, or by the engine because a limit was reached. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError'
  readonly sandboxStack: string | null

  constructor(message: string, sandboxStack: string | null) {
    super(message)
    this.sandboxStack = sandboxStack
  }
}

/** Formats an error: its name and its message. */
export function textOf(name: string, message: string): string {
  return name === '' || name === 'Error' ? message : `${name}: ${message}`
}

/** The system call for the sandbox's time in ns, which also seeds its `Math.random`. */
function frozenClock(memory: WebAssembly.Memory, now: () => number) {
  return {
    clock_time_get(_clock: number, _precision: bigint, result: number): number {
      new DataView(memory.buffer).setBigUint64(result, BigInt(Math.round(now() * 1e6)), true)
      return 0
    },
  }
}
