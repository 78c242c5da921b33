import { createContext } from 'preact'
import type { Charged } from '../../segmind/errors'

/** What a report is about. */
export interface ReportSubject {
  /** The kind of the error. */
  readonly kind: string
  /** Whether it was charged; null where nothing was sent. */
  readonly charged: Charged | null
}

/** Opens the report of a problem, about an error. */
export const Reporting = createContext<(subject: ReportSubject) => void>(() => {
  throw new Error('<Reporting.Provider> is missing, so no report would open')
})
