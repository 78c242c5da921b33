import type { InputState, Suggestion } from '../../editor/contract'
import type { Session } from '../model/session'

/** Shows an icon that is an SVG text or an address. Bytes are not shown. */
function SuggestionIcon({ icon }: Pick<Suggestion, 'icon'>) {
  if (typeof icon !== 'string') return null
  const source = icon.trimStart().startsWith('<') ? `data:image/svg+xml,${encodeURIComponent(icon)}` : icon
  return <img class="entry-point-icon" src={source} alt="" />
}

/** Enters a command's parameters. */
function ParameterEntry({
  session: { entryPoints },
  state,
}: {
  readonly session: Session
  readonly state: InputState
}) {
  const { question, suggestions, error, message, query } = state
  if (question === null) return null
  return (
    <form
      class="entry-point-form"
      onSubmit={(event) => {
        event.preventDefault()
        const [first] = suggestions ?? []
        void entryPoints.choose(question.allowFreeform ? query : (first?.name ?? query))
      }}
    >
      <label>
        {question.name}
        <input
          // A new question gets a new input, which is focused.
          key={question.key}
          ref={(input) => input?.focus()}
          type="text"
          placeholder={question.description}
          value={query}
          onInput={({ currentTarget }) => void entryPoints.type(currentTarget.value)}
        />
      </label>
      {error !== null && <p role="alert">{error}</p>}
      {message !== '' && <p role="status">{message}</p>}
      {suggestions !== null && (
        <ul class="entry-point-suggestions" aria-label="Suggestions">
          {suggestions.map(({ name, icon }) => (
            <li key={name}>
              <button type="button" class="entry-point-button" onClick={() => void entryPoints.choose(name)}>
                <SuggestionIcon icon={icon} />
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="entry-point-buttons">
        {question.optional && (
          <button type="button" onClick={() => void entryPoints.skip()}>
            Skip
          </button>
        )}
        <button type="button" onClick={entryPoints.cancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}

/** The part of Figma's quick actions about the plugin: its commands and their parameters. */
function QuickActions({ session }: { readonly session: Session }) {
  const { commands } = session.editor
  const state = session.entryPoints.input.value
  if (commands.length < 2 && commands.every(({ parameters }) => parameters.length === 0)) return null
  return (
    <section class="entry-points" aria-label="Quick actions">
      <h2>Quick actions</h2>
      {state !== null ? (
        <ParameterEntry session={session} state={state} />
      ) : (
        commands.map(({ name, command, parameters }) => (
          <button
            key={command}
            type="button"
            class="entry-point-button"
            disabled={session.running.value}
            onClick={() => (parameters.length > 0 ? void session.ask(command) : void session.run(command))}
          >
            {name}
          </button>
        ))
      )}
    </section>
  )
}

/** The relaunch buttons of the selection, as in Figma's properties panel. */
function RelaunchButtons({ session }: { readonly session: Session }) {
  const offers = session.entryPoints.offers.value
  if (offers.length === 0) return null
  return (
    <section class="entry-points" aria-label="Plugin">
      <h2>Plugin</h2>
      {offers.map(({ command, name, description }) => (
        <div key={command} class="relaunch">
          <button type="button" onClick={() => void session.relaunch(command)}>
            {name}
          </button>
          {description !== '' && <p>{description}</p>}
        </div>
      ))}
    </section>
  )
}

/** The plugin's other entry points, below the layers. Empty if there are none. */
export function EntryPoints({ session }: { readonly session: Session }) {
  return (
    <>
      <RelaunchButtons session={session} />
      <QuickActions session={session} />
    </>
  )
}
