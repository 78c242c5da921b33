import type { ParameterInputEvent } from '@figma/plugin-typings/plugin-api-standalone'
import { plainData } from '../document/plain-data'
import type { Session } from '../document/session'
import { failureOf, Sandbox, type SandboxOptions } from '../sandbox/sandbox'
import { type ChangeRecorder, publicChange } from './document-changes'
import type { Handlers, MessageHandlers } from './handlers'
import type { TaskQueue } from './task-queue'

/** The origin of messages from the panel, whose frame has an opaque one (Figma doc: OnMessageProperties). */
const PANEL_ORIGIN = 'null'

/** Options of a plugin's run. */
export interface RunOptions extends Omit<SandboxOptions, 'session' | 'afterTurn' | 'hold'> {
  readonly session: Omit<Session, 'events' | 'messages' | 'close'> & {
    readonly events: Handlers
    readonly messages: MessageHandlers
    readonly parameters: Handlers
  }
  readonly queue: TaskQueue
  /** Called once when the run has ended and its sandbox has been disposed of. */
  readonly onEnd: (message: string | null) => void
}

/** One run of a plugin, from evaluating its code to its end. */
export class Run {
  readonly #options: RunOptions
  readonly #queue: TaskQueue
  readonly #session: Session
  /** Event types that are about to be fired. */
  readonly #pending = new Set<string>()
  #silent = false
  #sandbox: Sandbox | null = null
  /** The argument of `closePlugin`, once it was called. */
  #ending: { readonly message: string | null } | null = null

  private constructor(options: RunOptions) {
    this.#options = options
    this.#queue = options.queue
    this.#session = { ...options.session, close: (message) => this.end(message) }
  }

  /** Creates the sandbox without running any code of the plugin. */
  static async create(options: RunOptions): Promise<Run> {
    const run = new Run(options)
    run.#sandbox = await Sandbox.create({
      ...options,
      hold: () => options.queue.hold(),
      session: run.#session,
      afterTurn: () => run.#finishIfEnding(),
    })
    return run
  }

  /** Evaluates the code. Throws if Figma would refuse the code, or if it throws. */
  begin(code: string): void {
    const sandbox = this.#sandbox
    try {
      sandbox?.run(code)
    } catch (error) {
      this.end(null)
      throw error
    }
  }

  /** Fires `run` with the parameters from quick actions; undefined if there are none. */
  fireRun(parameters: Readonly<Record<string, unknown>> | undefined): void {
    this.#session.input = false
    void this.fire('run', { command: this.#session.command, parameters })
  }

  /**
   * Calls the plugin's handlers of an event, after all pending tasks. Resolves to their results; null for promises, because Figma does not
   * wait for those.
   */
  fire(type: string, ...args: unknown[]): Promise<readonly unknown[]> {
    return new Promise((resolve) => {
      this.#queue.post(() => resolve(this.#call(this.#options.session.events, type, args)))
    })
  }

  /** Fires an event once for consecutive occurrences (Figma doc: on). */
  announce(type: string, args: () => readonly unknown[] = () => []): void {
    if (this.#pending.has(type)) return
    this.#pending.add(type)
    this.#queue.post(() => {
      this.#pending.delete(type)
      this.#call(this.#options.session.events, type, args())
    })
  }

  /** Asks the plugin for suggestions for one of its parameters. */
  ask(event: ParameterInputEvent): void {
    this.#queue.post(() => this.#call(this.#options.session.parameters, 'input', [event]))
  }

  /** Returns whether the plugin has handlers for an event type; `type` may be a prefix of several types. */
  listensTo(type: string): boolean {
    return this.#options.session.events.has(type)
  }

  /** Reports node changes to the plugin's handlers. */
  announceChanges(changes: ChangeRecorder): void {
    if (this.#silent || this.#pending.has('changes')) return
    this.#pending.add('changes')
    this.#queue.post(() => {
      this.#pending.delete('changes')
      const { events } = this.#options.session
      const told = changes.take()
      // Figma doc: changes that a plugin makes in such a handler are not reported to it.
      this.#silent = true
      if (told.length > 0) this.#call(events, 'documentchange', [{ documentChanges: told.map(publicChange) }])
      for (const page of new Set(told.map((change) => change.page))) {
        const nodeChanges = told.filter((change) => change.page === page).map(publicChange)
        this.#call(events, `nodechange ${page}`, [{ nodeChanges }])
      }
      this.#silent = false
      changes.take()
    })
  }

  /** Passes a message of the panel to the plugin. Anything but plain data is a fault. */
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

  /** Runs something that calls into the plugin. */
  attempt(task: () => void): void {
    this.#sandbox?.attempt(task)
  }

  /** Ends the run: immediately, or after the current turn. */
  end(message: string | null): void {
    this.#ending ??= { message }
    if (!this.#sandbox?.isRunning) this.#finishIfEnding()
  }

  #call(handlers: Handlers, type: string, args: readonly unknown[]): unknown[] {
    const results: unknown[] = []
    for (const handler of handlers.take(type)) {
      this.#sandbox?.attempt(() => {
        results.push(handler(...args))
      })
    }
    return results
  }

  #finishIfEnding(): void {
    const sandbox = this.#sandbox
    if (!this.#ending || !sandbox) return
    this.#sandbox = null
    // Figma doc: handlers of `close` run to their end, but nothing that they start continues.
    for (const handler of this.#options.session.events.take('close')) sandbox.attempt(() => handler())
    sandbox.dispose()
    this.#options.onEnd(this.#ending.message)
  }
}
