import { plainData } from '../document/plain-data'
import type { Session } from '../document/session'
import { failureOf, Sandbox, type SandboxOptions } from '../sandbox/sandbox'
import type { Handlers, MessageHandlers } from './handlers'
import type { TaskQueue } from './task-queue'

/** The origin that a panel's messages carry: its frame has an opaque one (Figma doc: OnMessageProperties). */
const PANEL_ORIGIN = 'null'

/** What one run of the plugin works with. */
export interface RunOptions extends Omit<SandboxOptions, 'session' | 'afterTurn' | 'hold'> {
  readonly session: Omit<Session, 'events' | 'messages' | 'close'> & {
    readonly events: Handlers
    readonly messages: MessageHandlers
  }
  readonly queue: TaskQueue
  /** Called once, when the run is over and its sandbox is gone. */
  readonly onEnd: (message: string | null) => void
}

/** One run of the plugin, from the evaluation of its code to its end. */
export class Run {
  readonly #options: RunOptions
  readonly #queue: TaskQueue
  #sandbox: Sandbox | null = null
  /** What `closePlugin` was told, once it was called. */
  #ending: { readonly message: string | null } | null = null

  private constructor(options: RunOptions) {
    this.#options = options
    this.#queue = options.queue
  }

  /** Makes the sandbox. Nothing of the plugin's runs yet. */
  static async create(options: RunOptions): Promise<Run> {
    const run = new Run(options)
    run.#sandbox = await Sandbox.create({
      ...options,
      hold: () => options.queue.hold(),
      session: { ...options.session, close: (message) => run.end(message) },
      afterTurn: () => run.#finishIfEnding(),
    })
    return run
  }

  /** Evaluates the code and fires `run`. Throws when Figma would refuse the code, or when it throws. */
  begin(code: string): void {
    const sandbox = this.#sandbox
    try {
      sandbox?.run(code)
    } catch (error) {
      this.end(null)
      throw error
    }
    this.fire('run', { command: this.#options.session.command, parameters: undefined })
  }

  /** Calls the plugin's handlers of an event, after everything that is already under way. */
  fire(type: string, ...args: unknown[]): void {
    this.#queue.post(() => this.#call(this.#options.session.events, type, args))
  }

  /** Hands a message of the panel to the plugin. What is not plain data becomes a fault. */
  receive(message: unknown): void {
    try {
      const copy = plainData(message, 'parent.postMessage')
      this.#queue.post(() =>
        this.#call(this.#options.session.messages, 'message', [copy, { origin: PANEL_ORIGIN }]),
      )
    } catch (error) {
      this.#options.onFault(failureOf(error))
    }
  }

  get memoryInUse(): number {
    return this.#sandbox?.memoryInUse ?? 0
  }

  /** Runs something that reaches into the plugin. */
  attempt(task: () => void): void {
    this.#sandbox?.attempt(task)
  }

  /** Ends the run: at once, or after the turn that is running. */
  end(message: string | null): void {
    this.#ending ??= { message }
    if (!this.#sandbox?.isRunning) this.#finishIfEnding()
  }

  #call(handlers: Handlers, type: string, args: unknown[]): void {
    for (const handler of handlers.take(type)) this.#sandbox?.attempt(() => handler(...args))
  }

  #finishIfEnding(): void {
    const sandbox = this.#sandbox
    if (!this.#ending || !sandbox) return
    this.#sandbox = null
    // Figma doc: the handlers of `close` run to their end, but nothing that they start does.
    for (const handler of this.#options.session.events.take('close')) sandbox.attempt(() => handler())
    sandbox.dispose()
    this.#options.onEnd(this.#ending.message)
  }
}
