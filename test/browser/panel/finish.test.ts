import { describe, expect, it } from 'vitest'
import type { Picture } from '../../../src/protocol/contract'
import { COMPLETE } from '../../../src/protocol/finish'
import { keptPictures } from '../../support/kept-pictures'
import { withKey } from '../../support/panel-controls'
import { panelSuite } from '../../support/panel-suite'
import { insertedOf } from '../../support/picture'

/** 1 by 1 px, red. */
const WEBP = 'UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=='

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><path d="M0 0H100V100H0Z" fill="#ffffff"/>
  <image width="50" height="50" href="data:image/webp;base64,${WEBP}"/>
  <image x="50" width="50" height="50" href="data:image/webp;base64,${WEBP}"/>
  <text x="10" y="90" font-family="Fancy">Hello</text></svg>`

describe('a picture with images and texts', () => {
  const suite = panelSuite()

  it('is sent with images that Figma accepts, each once, and the panel says what could not be added', async () => {
    const pictures: Picture[] = []
    const { ui, panel } = await suite.open({
      ...withKey,
      journal: keptPictures([{ prompt: 'a poster', svg: SVG, inserted: false }]),
      handlers: {
        'picture.insert': (insertion) => {
          pictures.push(...insertion.pictures)
          const failed = { ...COMPLETE.failed, image: 2 }
          return insertedOf(3, { finish: { fonts: ['Fancy'], failed } })
        },
      },
    })
    await ui.tab('History').click()
    await panel.getByRole('gridcell').getByRole('img', { name: 'a poster' }).click()
    await ui.insert.click()
    await panel
      .getByText(
        'Figma does not have the font Fancy, so another one stands in. Figma refused 2 images, which are gray rectangles now.',
      )
      .waitFor()
    const finish = pictures[0]?.finish
    expect(finish?.images.map((data) => Buffer.from(data, 'base64').subarray(1, 4).toString())).toEqual([
      'PNG',
    ])
    expect(finish?.steps).toMatchObject([
      { kind: 'image', image: 0, matrix: [512, 0, 0, 512, 0, 0] },
      { kind: 'image', image: 0, matrix: [512, 0, 0, 512, 512, 0] },
      { kind: 'text', lines: [{ anchor: 'start', runs: [{ characters: 'Hello', families: ['Fancy'] }] }] },
    ])
  })
})
