import { modelOf, type StoredRequest } from '../../segmind/request'
import { type Blocker, strings } from '../../strings'

/** Returns why a request cannot be sent; null if it can. */
export const reasonFor = (blocker: Blocker | null, request: StoredRequest): string | null =>
  blocker && strings.blocker(blocker, modelOf(request)?.promptLimit ?? 0)
