import type { ParameterInputEvent } from '@figma/plugin-typings/plugin-api-standalone'
import { plainData } from '../document/plain-data'
import type { Session } from '../document/session'
import { failureOf, Sandbox, type SandboxOptions } from '../sandbox/sandbox'
import { type ChangeRecorder, publicChange } from './document-changes'
import type { Handlers, MessageHandlers } from './handlers'
import type { TaskQueue } from './task-queue'

/** The origin that a panel's messages carry: its frame has an opaque one (Figma doc: OnMessageProperties). */
const PANEL_ORIGIN = 'null'

/** What one run of the plugin works with. */
export interface RunOptions extends Omit<SandboxOptions, 'session' | 'afterTurn' | 'hold'> {
  readonly session: Omit<Session, 'events' | 'messages' | 'close'> & {
    readonly events: Handlers
    readonly messages: MessageHandlers
    readonly parameters: Handlers
  }
  readonly queue: TaskQueue
  /** Called once, when the run is over and its sandbox is gone. */
  readonly onEnd: (message: string | null) => void
}

/** One run of the plugin, from the evaluation of its code to its end. */
export class Run {
  readonly #options: RunOptions
  readonly #queue: TaskQueue
  readonly #session: Session
  /** Kinds of events that are about to be told. */
  readonly #pending = new Set<string>()
  #silent = false
  #sandbox: Sandbox | null = null
  /** What `closePlugin` was told, once it was called. */
  #ending: { readonly message: string | null } | null = null

  private constructor(options: RunOptions) {
    this.#options = options
    this.#queue = options.queue
    this.#session = { ...options.session, close: (message) => this.end(message) }
  }

  /** Makes the sandbox. Nothing of the plugin's runs yet. */
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

  /** Evaluates the code. Throws when Figma would refuse the code, or when it throws. */
  begin(code: string): void {
    const sandbox = this.#sandbox
    try {
      sandbox?.run(code)
    } catch (error) {
      this.end(null)
      throw error
    }
  }

  /** Fires `run`: with the parameters that quick actions have asked for, or undefined where they were not used. */
  fireRun(parameters: Readonly<Record<string, unknown>> | undefined): void {
    this.#session.input = false
    void this.fire('run', { command: this.#session.command, parameters })
  }

  /**
   * Calls the plugin's handlers of an event, after everything that is already under way. Resolves to what they gave back;
   * null for a promise, since nothing in Figma waits for it.
   */
  fire(type: string, ...args: unknown[]): Promise<readonly unknown[]> {
    return new Promise((resolve) => {
      this.#queue.post(() => resolve(this.#call(this.#options.session.events, type, args)))
    })
  }

  /** Calls the handlers of an event once for all the times it happens in a row (Figma doc: on). */
  announce(type: string, args: () => readonly unknown[] = () => []): void {
    if (this.#pending.has(type)) return
    this.#pending.add(type)
    this.#queue.post(() => {
      this.#pending.delete(type)
      this.#call(this.#options.session.events, type, args())
    })
  }

  /** Asks the plugin for suggestions to one of its parameters. */
  ask(event: ParameterInputEvent): void {
    this.#queue.post(() => this.#call(this.#options.session.parameters, 'input', [event]))
  }

  /** Whether the plugin listens to events of a kind; `type` may be the beginning of several kinds. */
  listensTo(type: string): boolean {
    return this.#options.session.events.has(type)
  }

  /** Tells the plugin what has happened to nodes, to each kind of handler what it asks for. */
  announceChanges(changes: ChangeRecorder): void {
    if (this.#silent || this.#pending.has('changes')) return
    this.#pending.add('changes')
    this.#queue.post(() => {
      this.#pending.delete('changes')
      const { events } = this.#options.session
      const told = changes.take()
      // Figma doc: what a plugin changes in such a handler is not told to it.
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
    // Figma doc: the handlers of `close` run to their end, but nothing that they start does.
    for (const handler of this.#options.session.events.take('close')) sandbox.attempt(() => handler())
    sandbox.dispose()
    this.#options.onEnd(this.#ending.message)
  }
}
