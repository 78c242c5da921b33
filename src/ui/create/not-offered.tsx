import { strings } from '../../strings'
import type { GenerationStore } from '../stores/generation'

/** What the form was filled with and cannot offer, while it has something else instead. */
export function NotOffered({ generation }: { readonly generation: Pick<GenerationStore, 'notOffered'> }) {
  const notOffered = generation.notOffered.value
  return notOffered && <p class="secondary">{strings.notOffered(notOffered)}</p>
}
