import { modelOf, type StoredRequest } from '../../segmind/request'
import { type Blocker, strings } from '../../strings'

/** Why a request cannot be sent, in words; null where nothing is in the way. */
export const reasonFor = (blocker: Blocker | null, request: StoredRequest): string | null =>
  blocker && strings.blocker(blocker, modelOf(request)?.promptLimit ?? 0)
