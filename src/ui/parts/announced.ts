import { createContext } from 'preact'
import { useContext, useEffect } from 'preact/hooks'

/** Has the status region say a text about a subject, unless it was the last one said of it. An empty text says that nothing is the matter. */
export type Say = (subject: string, text: string) => void

/** How what is shown in the panel reaches those who cannot see it. */
export const Announced = createContext<Say>(() => {
  throw new Error('<Announced.Provider> is missing, so nothing would be announced')
})

/** Announces a text that is shown: when it appears, and on each change. `subject` names what it is about, in one place or several. */
export function useAnnounced(subject: string, text: string): void {
  const say = useContext(Announced)
  useEffect(() => say(subject, text), [say, subject, text])
}
