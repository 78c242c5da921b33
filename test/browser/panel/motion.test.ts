import { describe, expect, it } from 'vitest'
import type { Panel } from '../../support/panel'
import { withKey } from '../../support/panel-controls'
import { PROCESSING, panelSuite } from '../../support/panel-suite'

const suite = panelSuite()

/** Runs in the panel: the properties that animations and transitions currently change. */
const animatedProperties = () => {
  const effects = document.getAnimations().map(({ effect }) => effect as KeyframeEffect)
  const names = effects.flatMap((effect) => effect.getKeyframes().flatMap((frame) => Object.keys(frame)))
  const own = ['offset', 'computedOffset', 'easing', 'composite']
  return [...new Set(names)].filter((name) => !own.includes(name))
}

/** Waits until the bar of the only job has moved. */
const progress = async (panel: Panel) => {
  const bar = panel.getByRole('progressbar')
  await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(2)
}

describe('while an image is drawn', () => {
  it('what moves only changes its transform, which needs no layout and no painting', async () => {
    suite.standIn.setFaults([PROCESSING])
    const { panel, ui } = await suite.open({ ...withKey, reducedMotion: false })
    await ui.submitPrompt('a fox')
    await progress(panel)
    await expect.poll(() => panel.locator('body').evaluate(animatedProperties)).toEqual(['transform'])
  })

  it('nothing moves with reduced motion', async () => {
    suite.standIn.setFaults([PROCESSING])
    const { panel, ui } = await suite.open(withKey)
    await ui.submitPrompt('a fox')
    await progress(panel)
    expect(await panel.locator('body').evaluate(animatedProperties)).toEqual([])
  })
})
