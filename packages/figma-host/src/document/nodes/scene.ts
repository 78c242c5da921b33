import type { BlendMixin, ReactionMixin, SceneNodeMixin } from '@figma/plugin-typings/plugin-api-standalone'
import type { Capability, NodeSubject } from '../capability'
import { boolean, number, oneOf } from '../check'
import { notModeled } from '../errors'
import { blendMode } from '../paints'

/** Members of every layer. */
export const scene = {
  visible: {
    get: ({ data }: NodeSubject) => data.visible,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { visible: boolean(value, 'visible') }),
  },
  locked: {
    get: ({ data }: NodeSubject) => data.locked,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { locked: boolean(value, 'locked') }),
  },
} satisfies Capability<SceneNodeMixin>

/** How a layer blends with what is behind it. */
export const blend = {
  opacity: {
    get: ({ data }: NodeSubject) => data.opacity,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { opacity: number(value, 'opacity', 0, 1) }),
  },
  blendMode: {
    get: ({ data }: NodeSubject) => data.blendMode,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { blendMode: blendMode(value, 'blendMode') }),
  },
  isMask: {
    get: ({ data }: NodeSubject) => data.isMask,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { isMask: boolean(value, 'isMask') }),
  },
  maskType: {
    get: ({ data }: NodeSubject) => data.maskType,
    set: ({ document, id }: NodeSubject, value: unknown) =>
      document.update(id, { maskType: oneOf(value, 'maskType', ['ALPHA', 'VECTOR', 'LUMINANCE']) }),
  },
  effects: {
    get: ({ data }: NodeSubject) => data.effects,
    set: () => {
      throw notModeled('effects = …')
    },
  },
} satisfies Capability<BlendMixin>

/** Prototype interactions of a layer. */
export const reactions = {
  reactions: { get: ({ data }: NodeSubject) => data.reactions },
} satisfies Capability<ReactionMixin>
