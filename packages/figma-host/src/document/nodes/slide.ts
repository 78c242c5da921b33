import type { SlideNode } from '@figma/plugin-typings/plugin-api-standalone'
import type { Capability } from '../capability'
import { notModeled } from '../errors'

/** What only slides have. None is ever skipped. */
export const slide = {
  isSkippedSlide: {
    get: () => false,
    set: () => {
      throw notModeled('SlideNode.isSkippedSlide = …')
    },
  },
} satisfies Capability<SlideNode, 'isSkippedSlide'>
