import { createContext } from 'preact'
import { useContext, useEffect } from 'preact/hooks'

/** Announces a text about a subject in the status region, unless it was the last one about it. An empty text clears the subject. */
export type Announce = (subject: string, text: string) => void

/** Announces texts to screen reader users. */
export const Announced = createContext<Announce>(() => {
  throw new Error('<Announced.Provider> is missing, so nothing would be announced')
})

/** Announces a visible text when it appears and when it changes. `subject`: what it is about; the same in all places that show it. */
export function useAnnounced(subject: string, text: string): void {
  const say = useContext(Announced)
  useEffect(() => say(subject, text), [say, subject, text])
}
