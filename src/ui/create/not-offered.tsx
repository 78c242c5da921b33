import { strings } from '../../strings'
import type { GenerationStore } from '../stores/generation'

/** Says what the form was filled with but this version does not offer, and what it uses instead. */
export function NotOffered({ generation }: { readonly generation: Pick<GenerationStore, 'notOffered'> }) {
  const notOffered = generation.notOffered.value
  return notOffered && <p class="secondary">{strings.notOffered(notOffered)}</p>
}
