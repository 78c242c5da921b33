import type { Session } from './session'

/** Where a fresh layer goes: the current page, or in Slides the slide that is open, so that a person sees it. A node's id. */
export function holderOfNew({ document, slides }: Session): string {
  return slides.focused ?? document.currentPage
}
