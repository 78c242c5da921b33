import type { BrandColor } from '../../../src/protocol/colors'
import type { StageOptions } from '../../support/panel-stage'
import { PROMPT, withKey } from './state'

/** Variables and styles. */
export const BRAND: readonly BrandColor[] = [
  ...(['#0b3d91', '#1f6feb', '#9ecbff', '#f6f8fa', '#24292f'] as const).map((hex, i) => ({
    ...{
      kind: 'variable' as const,
      id: `VariableID:1:${i}`,
      name: `blue/${100 + 200 * i}`,
      group: 'Brand',
      hex,
    },
    ...{ opacity: 1, scopes: ['ALL_SCOPES'], remote: false },
  })),
  ...(['#ff6b35', '#ffd166', '#06d6a0'] as const).map((hex, i) => ({
    ...{
      kind: 'style' as const,
      id: `S:${i}`,
      name: ['Warning', 'Sun', 'Leaf'][i] ?? '',
      group: 'Accents',
      hex,
    },
    ...{ opacity: 1, scopes: [], remote: i === 2 },
  })),
]

/** A file with its own colors. */
export const withBrand: StageOptions = {
  ...withKey,
  handlers: {
    'colors.read': () => ({ colors: BRAND, hasVariables: true, hasStyles: true, canCreateVariables: true }),
  },
}

/** One of our pictures, selected on the canvas. */
export const SELECTED = {
  ...{ id: '3:4', name: 'Hero', width: 400, height: 300, isContainer: true, isReplaceable: true },
  recipe: {
    ...{
      version: 1 as const,
      prompt: PROMPT,
      style: 'linocut',
      size: '1024x1024',
      requestId: null,
      cost: 0.1,
    },
    ...{ at: 0, layers: 'merged', background: 'keep', unify: 0.02 },
  },
}

/** A plain frame, selected on the canvas. */
export const HERO = {
  ...{ id: '5:6', name: 'Hero banner', width: 1440, height: 810, isContainer: true, isReplaceable: true },
  recipe: null,
}

export const IN_HERO = { kind: 'inside' as const, name: HERO.name }

/** Where an image can go while it is selected. */
export const HERO_PLACES = [
  { place: 'inside' as const, target: IN_HERO },
  { place: 'beside' as const, target: { kind: 'beside' as const, name: HERO.name } },
  { place: 'page' as const, target: { kind: 'view' as const, name: 'Page 1' } },
]
