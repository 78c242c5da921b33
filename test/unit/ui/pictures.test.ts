import { signal } from '@preact/signals'
import { expect, it } from 'vitest'
import type { Plan } from '../../../src/colors/plan'
import type { Job } from '../../../src/jobs/job'
import type { LayerOptions } from '../../../src/ui/layer-options'
import { createPicturesStore, type PictureChoices } from '../../../src/ui/stores/pictures'
import type { Prepared } from '../../../src/vector/prepare'

const JOB = {
  id: '1',
  request: { prompt: 'a fox', style: 'any', size: '1024x1024' },
  hasPicture: true,
} as Job
const MERGED: LayerOptions = { layers: 'merged', background: 'keep', holes: 'keep', unify: 0 }
const DRAWN: LayerOptions = { ...MERGED, layers: 'as-drawn' }
const NONE: Plan = { recolor: {}, bindings: [], groups: [] }
const RED: Plan = { ...NONE, recolor: { '#000000': '#ff0000' } }

/** A picture that is prepared when `finish` is called. `inserted`: the layers and colors that a click would insert now. */
function setUp() {
  let begun = 0
  const ends: (() => void)[] = []
  const layerOptions = signal(MERGED)
  const pictures = createPicturesStore({
    jobs: { all: signal([JOB]), delivered: async () => ({ svg: '<svg/>' }) },
    settings: {
      layerOptions,
      chooseLayerOptions: (choice) => {
        layerOptions.value = { ...layerOptions.value, ...choice }
      },
    },
    preparer: ({ options, signal: stopped }) =>
      new Promise((resolve) => {
        begun += 1
        stopped?.addEventListener('abort', () => resolve({ ok: false, code: 'cancelled' }))
        const prepared = { report: { original: [] }, options } as unknown as Prepared
        ends.push(() => resolve({ ok: true, prepared }))
      }),
  })
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return {
    pictures,
    layerOptions,
    begun: () => begun,
    settle,
    /** Finishes all preparations, and those that follow from them. */
    async finish() {
      for (let i = 0; i < 4; i += 1) {
        await settle()
        for (const end of ends.splice(0)) end()
      }
      await settle()
    },
    inserted: (choices: Partial<PictureChoices>) =>
      pictures
        .current(JOB, { layerOptions: layerOptions.peek(), planOf: () => NONE, ...choices })
        .then((one) => {
          const { options } = (one?.prepared ?? {}) as unknown as { options: LayerOptions & Plan }
          return one && [options.layers, options.recolor]
        }),
  }
}

it('a picture is inserted as chosen at the click, whatever is shown, running, or chosen since', async () => {
  const { pictures, layerOptions, finish, inserted } = setUp()
  const unseen = inserted({ planOf: () => RED })
  await finish()
  expect(await unseen).toEqual(['merged', RED.recolor])
  layerOptions.value = DRAWN
  const changed = inserted({})
  await finish()
  expect(await changed).toEqual(['as-drawn', {}])
  pictures.watch('1')
  layerOptions.value = MERGED
  const before = inserted({})
  layerOptions.value = DRAWN
  await finish()
  expect(await before).toEqual(['merged', {}])
})

it('a stopped preparation does not start again, and the shown result is inserted', async () => {
  const { pictures, layerOptions, begun, settle, finish, inserted } = setUp()
  pictures.watch('1')
  await finish()
  const first = begun()
  const stopIt = async () => {
    const waiting = inserted({ planOf: () => RED })
    await settle()
    pictures.stop('1')
    await finish()
    return waiting
  }
  layerOptions.value = DRAWN
  expect(await stopIt()).toEqual(['merged', {}])
  pictures.applyColors(JOB, RED)
  expect(await stopIt()).toEqual(['merged', {}])
  // The inputs of the colors are evaluated again, for whatever reason.
  pictures.applyColors(JOB, RED)
  await finish()
  expect(begun()).toBe(first + 2)
  pictures.applyColors(JOB, NONE)
  pictures.applyColors(JOB, RED)
  await finish()
  expect(pictures.preparationOf('1')).toMatchObject({ plan: RED })
})
