import type { Model } from '../segmind/models'
import { DEFAULT_MODEL, modelOf, type StoredRequest } from '../segmind/request'
import { createPollingPolicy, type PollingPolicy } from './polling'
import type { JobRecord } from './record'

/** Returns the polling policy for a request, based on how long recent jobs of its model took. Cached until those change. */
export function createPollingByModel(records: ReadonlyMap<string, JobRecord>) {
  const known = new Map<string, { readonly waits: readonly number[]; readonly policy: PollingPolicy }>()

  return (request: StoredRequest): PollingPolicy => {
    const model = modelOf(request) ?? DEFAULT_MODEL
    const waits = recentWaits(records, model)
    const last = known.get(model.id)
    if (last?.waits.join() === waits.join()) return last.policy
    const policy = createPollingPolicy(waits, model.usualTime)
    known.set(model.id, { waits, policy })
    return policy
  }
}

/** How long the jobs of a model took, in ms, the latest last. */
function recentWaits(records: ReadonlyMap<string, JobRecord>, model: Model): number[] {
  return (
    [...records.values()]
      // Samples do not go through Segmind. The user's own pictures have no `waited`.
      .flatMap(({ entries: { sent, fetched } }) =>
        fetched?.waited && sent.via !== 'sample' && modelOf(sent.request) === model ? [fetched] : [],
      )
      .sort((a, b) => a.at - b.at)
      .map(({ waited }) => waited ?? 0)
  )
}
