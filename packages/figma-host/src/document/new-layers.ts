import type { Session } from './session'

/**
 * Where a fresh layer goes: the current page, or in Slides and Buzz the slide that is open, so that a person sees it
 * (Figma doc: slidesView). Returns a node's id.
 */
export function holderOfNew({ document, slides }: Session): string {
  return (slides.view === 'single' ? slides.focused : null) ?? document.currentPage
}
