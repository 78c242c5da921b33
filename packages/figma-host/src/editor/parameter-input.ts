import { invalid, kindOf, list, optional, record, text } from '../document/check'
import { ApiError } from '../document/errors'
import type { ManifestCommand, ManifestParameter } from '../document/manifest-menu'
import { plainData } from '../document/plain-data'
import type { InputState, QuickAction, Suggestion } from './contract'

/** What the editor provides for entering parameters. */
interface Surroundings {
  /** Asks the plugin for suggestions. `answer`: the `result` of its event. */
  ask(key: string, query: string, values: Readonly<Record<string, unknown>>, answer: object): void
  /** Resolves when the plugin has nothing more to do for now. */
  idle(): Promise<void>
  run(values: Readonly<Record<string, unknown>>): void
  cancel(): void
  changed(state: InputState | null): void
}

const LOADING = 'Loading suggestions…'

/** Enters a command's parameters in quick actions, one after another (Figma doc: figma.parameters). */
export class ParameterInput implements QuickAction {
  readonly #parameters: readonly ManifestParameter[]
  readonly #surroundings: Surroundings
  readonly #values: Record<string, unknown> = {}
  readonly #name: string
  #at = 0
  #asked = 0
  #state: InputState

  constructor({ name, parameters }: ManifestCommand, surroundings: Surroundings) {
    this.#name = name
    this.#parameters = parameters
    this.#surroundings = surroundings
    this.#state = this.#blank('')
  }

  get state(): InputState {
    return this.#state
  }

  /** Asks for suggestions for the typed text. */
  async type(query: string): Promise<InputState> {
    const parameter = this.#parameter()
    this.#change(this.#blank(query))
    const asked = ++this.#asked
    const answer = this.#answer(parameter, () => asked === this.#asked)
    this.#surroundings.ask(parameter.key, query, { ...this.#values }, answer)
    await this.#surroundings.idle()
    return this.#state
  }

  async choose(name: string = this.#state.query): Promise<InputState> {
    const parameter = this.#parameter()
    if (this.#state.error !== null) throw new Error(`The plugin refuses this: ${this.#state.error}`)
    const found = this.#state.suggestions?.find((suggestion) => suggestion.name === name)
    if (!found && !parameter.allowFreeform) throw new Error(`"${name}" is not among the suggestions`)
    this.#values[parameter.key] = found ? found.data : name
    return this.#next()
  }

  async skip(): Promise<InputState> {
    if (!this.#parameter().optional)
      throw new Error(`The parameter "${this.#parameter().key}" is not optional`)
    return this.#next()
  }

  run(): void {
    const open = this.#parameters.slice(this.#at).find(({ optional }) => !optional)
    if (open) throw new Error(`The parameter "${open.key}" has no value yet`)
    this.#end()
    this.#surroundings.run({ ...this.#values })
  }

  cancel(): void {
    this.#end()
    this.#surroundings.cancel()
  }

  async #next(): Promise<InputState> {
    this.#at++
    if (this.#at < this.#parameters.length) return this.type('')
    this.#asked++
    this.#change({ ...this.#blank(''), question: null, message: '' })
    return this.#state
  }

  #end(): void {
    this.#asked++
    this.#at = this.#parameters.length
    this.#surroundings.changed(null)
  }

  #parameter(): ManifestParameter {
    const parameter = this.#parameters[this.#at]
    if (!parameter) throw new Error('All parameters have their values')
    return parameter
  }

  #blank(query: string): InputState {
    const question = this.#parameters[this.#at] ?? null
    const message = question?.allowFreeform ? '' : LOADING
    return { name: this.#name, question, query, suggestions: null, error: null, message }
  }

  #change(state: InputState): void {
    this.#state = state
    this.#surroundings.changed(state)
  }

  /** Returns the `result` of an event. Answers to outdated queries are ignored. */
  #answer(parameter: ManifestParameter, isCurrent: () => boolean) {
    const change = (patch: Partial<InputState>) => {
      if (isCurrent()) this.#change({ ...this.#state, ...patch })
    }
    return {
      setSuggestions: (value: unknown) =>
        change({ suggestions: list(value, 'suggestions', suggestion), error: null, message: '' }),
      setError: (message: unknown) => {
        if (parameter.allowFreeform) {
          throw new ApiError('setError is not available for parameters with allowFreeform set')
        }
        change({ error: text(message, 'message'), suggestions: null, message: '' })
      },
      setLoadingMessage: (message: unknown) => change({ message: text(message, 'message') }),
    }
  }
}

function suggestion(value: unknown, where: string): Suggestion {
  if (typeof value === 'string') return { name: value, data: value, icon: null }
  const fields = record(value, where, ['name', 'data', 'icon', 'iconUrl'])
  const name = text(fields.name, `${where}.name`)
  const { icon } = fields
  if (icon !== undefined && typeof icon !== 'string' && !(icon instanceof Uint8Array)) {
    throw invalid(`${where}.icon`, `Expected string or Uint8Array, received ${kindOf(icon)}`)
  }
  return {
    name,
    data: 'data' in fields ? plainData(fields.data, `${where}.data`) : name,
    icon: icon ?? optional(fields.iconUrl, `${where}.iconUrl`, text) ?? null,
  }
}
