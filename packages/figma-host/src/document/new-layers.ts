import type { Session } from './session'

/** Returns the id of the parent of new layers: the current page or, in Slides, the open slide. */
export function holderOfNew({ document, slides }: Session): string {
  return slides.focused ?? document.currentPage
}
