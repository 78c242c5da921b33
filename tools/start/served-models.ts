import type { ServedModel } from 'segmind-stand-in'
import type { Model } from '../../src/segmind/models'

const ids = <T extends string>([first, ...others]: readonly [{ readonly id: T }, ...{ readonly id: T }[]]): [
  T,
  ...T[],
] => [first.id, ...others.map(({ id }) => id)]

/** Converts the plugin's models for the stand-in. Without retired ones, which it refuses, like Segmind. */
export const servedModels = (models: readonly Model[]): ServedModel[] =>
  models
    .filter(({ isRetired }) => !isRetired)
    .map(({ id, styles, sizes, promptLimit, price }) => ({
      ...{ id, promptLimit, price },
      styles: ids(styles),
      sizes: ids(sizes),
    }))
