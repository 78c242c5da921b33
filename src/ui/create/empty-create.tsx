import { strings } from '../../strings'

/** Shows example prompts while there are no images yet. */
export const EmptyCreate = ({ onTake }: { readonly onTake: (prompt: string) => void }) => (
  <section aria-label={strings.ideas.start}>
    <h2 class="group-title">{strings.ideas.start}</h2>
    {strings.examples.map(({ name, prompt }) => (
      <button key={name} type="button" class="idea" onClick={() => onTake(prompt)}>
        <span class="strong">{name}</span>
        <span class="idea-prompt quiet">{prompt}</span>
      </button>
    ))}
  </section>
)
