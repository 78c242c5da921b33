import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Picture } from '../../../src/protocol/contract'
import { recordRequests } from '../../support/outgoing-requests'
import { isFocused, promptsOf, withKey } from '../../support/panel-controls'
import type { FakeJournal } from '../../support/panel-stage'
import { panelSuite } from '../../support/panel-suite'
import { recordInserts } from '../../support/picture'
import { svgFile, svgOf, type TransferFile, transferFiles } from '../../support/transfer-files'

const suite = panelSuite()

describe('the user’s own SVG', () => {
  it.each([
    ['dropped on the panel', 'drop', 'logo'],
    ['pasted as a file', 'paste', 'logo'],
    ['pasted as text', 'text', 'Pasted SVG'],
    ['chosen by the button', 'choose', 'logo'],
  ])('becomes an image when it is %s, without a key, and is inserted as layers', async (_what, way, name) => {
    const inserted: Picture[] = []
    const { panel, ui, page } = await suite.open({
      handlers: { 'picture.insert': recordInserts(inserted, 2) },
    })
    const contacted = recordRequests(page)
    await ui.saveKey.waitFor()
    if (way === 'text')
      await transferFiles(panel, 'paste', [], { text: `<?xml version="1.0"?>\n${svgOf(32, 16)}` })
    else if (way === 'choose') {
      const chooser = page.waitForEvent('filechooser')
      await ui.button('Choose SVG files…').click()
      const buffer = Buffer.from(svgOf(32, 16))
      await (await chooser).setFiles([{ name: 'logo.svg', mimeType: 'image/svg+xml', buffer }])
    } else await transferFiles(panel, way as 'drop', [svgFile('logo.svg', svgOf(32, 16))])
    await panel.getByRole('img', { name }).waitFor()
    // The first run continues: there is still the key field, and no form.
    expect(await ui.key.isVisible()).toBe(true)
    expect(await ui.prompt.count()).toBe(0)
    await panel.getByText('Nothing leaves Figma.').waitFor()
    await ui.insert.click()
    await ui.waitForStatus('Inserted on the canvas: 2 layers.')
    expect(inserted).toMatchObject([
      {
        name,
        ...{ width: 32, height: 16 },
        recipe: { origin: 'file', prompt: name, style: '', size: '32x16', requestId: null, cost: 0 },
      },
    ])
    expect(inserted[0]?.parts.join('')).toContain('#b5442e')
    expect(contacted).toEqual([])
  })

  it('is stored like a generated one: marked, found by its name and by “yours”, and free', async () => {
    const journal: FakeJournal = new Map()
    const first = await suite.open({ ...withKey, journal })
    await first.ui.generatePicture('a fox')
    await transferFiles(first.panel, 'drop', [svgFile('Brand mark.svg')])
    await first.panel.getByRole('img', { name: 'Brand mark' }).waitFor()
    await expect.poll(() => [...journal.values()].filter(({ picture }) => picture).length).toBe(2)
    await first.close()
    const { panel, ui } = await suite.open({ ...withKey, journal })
    await ui.tab('History').click()
    await expect.poll(() => promptsOf(panel)).toEqual(['Brand mark', 'a fox'])
    await panel.getByText('Yours · Today').waitFor()
    for (const words of ['yours', 'brand', 'yours mark']) {
      await panel.getByRole('searchbox').fill(words)
      await expect.poll(() => promptsOf(panel)).toEqual(['Brand mark'])
    }
    await ui.openDetails('Brand mark')
    expect(await ui.readDetails()).toMatchObject({ Cost: 'Free: your own file' })
    for (const name of [/^Variation/, 'Edit prompt', /^Try again/])
      expect(await panel.getByRole('button', { name }).count()).toBe(0)
    await panel.getByRole('button', { name: 'Back to History' }).click()
    await ui.button('More for this prompt').click()
    await expect
      .poll(() => panel.getByRole('menuitem').allInnerTexts())
      .toEqual(['Select 1 image', 'Delete 1 image'])
  })

  it('is grouped with others that were added together, in order, and all are selected', async () => {
    const inserted: Picture[] = []
    const { panel, ui } = await suite.open({
      ...withKey,
      handlers: { 'picture.insert': recordInserts(inserted, 2) },
    })
    await ui.generate.waitFor()
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    await transferFiles(
      panel,
      'drop',
      names.map((name) => svgFile(`${name}.svg`)),
    )
    await ui.waitForStatus('6 images are ready.')
    await panel.getByRole('group', { name: '6 files' }).waitFor()
    await ui.button('Insert 6').click()
    await ui.waitForStatus('Inserted on the canvas: 2 layers.')
    expect(inserted.map(({ name }) => name)).toEqual(names)
  })

  it('is prepared at its own size, and its file name is not used for layer names, even at the next visit', async () => {
    const inserted: Picture[] = []
    const journal: FakeJournal = new Map()
    const settings = { ...withKey.settings, layers: 'objects' }
    const handlers = { 'picture.insert': recordInserts(inserted, 2) }
    const first = await suite.open({ settings, journal, handlers })
    const text = svgOf(
      640.5,
      480.25,
      '<rect width="641" height="481" fill="#fff"/><circle cx="120" cy="240" r="60" fill="#c33"/><circle cx="420" cy="240" r="60" fill="#36c"/>',
    )
    await transferFiles(first.panel, 'drop', [svgFile('red apple and blue plum.svg', text)])
    await first.ui.insert.click()
    await first.ui.waitForStatus('Inserted on the canvas')
    await expect.poll(() => [...journal.values()].filter(({ picture }) => picture).length).toBe(1)
    await first.close()
    const { ui } = await suite.open({ settings, journal, handlers })
    await ui.tiles.first().click()
    await ui.insert.click()
    await ui.waitForStatus('Inserted on the canvas')
    expect(inserted).toHaveLength(2)
    for (const { width, height, name, parts } of inserted) {
      expect({ width, height, name }).toEqual({
        width: 640.5,
        height: 480.25,
        name: 'red apple and blue plum',
      })
      expect(parts.join('')).not.toMatch(/apple|plum/i)
    }
  })

  it('is read in its own encoding, and decompressed', async () => {
    const { panel, ui } = await suite.open(withKey)
    const latin1 = `<?xml version="1.0" encoding="ISO-8859-1"?>${svgOf(8, 8, '<g id="\xe9t\xe9"><path d="M0 0h8v8H0z" fill="#123456"/></g>')}`
    const utf16 = Buffer.from(`\ufeff${svgOf()}`, 'utf16le').toString('latin1')
    const zipped = gzipSync(svgOf()).toString('latin1')
    const binary = (name: string, text: string): TransferFile => ({ name, text, isBinary: true })
    await transferFiles(panel, 'drop', [
      binary('l.svg', latin1),
      binary('u.svg', utf16),
      binary('z.svgz', zipped),
    ])
    await ui.waitForStatus('3 images are ready.')
  })
})

describe('pasting', () => {
  it('inserts text into a text field, unless it is an SVG', async () => {
    const { panel, ui } = await suite.open(withKey)
    await ui.prompt.focus()
    for (const text of ['a fox', 'an <svg> of a fox', '<b>fox</b>'])
      expect(await transferFiles(panel, 'paste', [], { text })).toBe(false)
    const png = { name: 'a.png', text: '\x89PNG', isBinary: true }
    expect(await transferFiles(panel, 'paste', [png])).toBe(false)
    expect(await ui.tiles.count()).toBe(0)
    expect(await transferFiles(panel, 'paste', [], { text: svgOf() })).toBe(true)
    await panel.getByRole('img', { name: 'Pasted SVG' }).waitFor()
    expect(await ui.prompt.inputValue()).toBe('')
    expect(await ui.prompt.evaluate(isFocused)).toBe(true)
  })

  it('shows the image in Create, from any tab', async () => {
    const { panel, ui } = await suite.open(withKey)
    await ui.tab('Settings').click()
    await transferFiles(panel, 'paste', [], { text: svgOf() })
    await panel.getByRole('img', { name: 'Pasted SVG' }).waitFor()
    expect(await ui.tab('Create').getAttribute('aria-selected')).toBe('true')
  })
})

describe('dragging files', () => {
  it('shows where they can be dropped, but not for an image of the panel', async () => {
    const { panel, ui } = await suite.open(withKey)
    await ui.generatePicture('a fox')
    const words = panel.getByText('Drop SVG files to clean them up')
    expect(await transferFiles(panel, 'dragover', [svgFile('a.svg')])).toBe(true)
    await words.waitFor()
    await transferFiles(panel, 'dragleave', [svgFile('a.svg')])
    await words.waitFor({ state: 'detached' })
    await ui.tiles.locator('img').dispatchEvent('dragstart')
    expect(await transferFiles(panel, 'dragover', [svgFile('a.svg')])).toBe(false)
    expect(await words.count()).toBe(0)
  })
})

describe('a file that cannot be added', () => {
  const gzipBomb = gzipSync(`${svgOf()}${' '.repeat(11 * 1024 * 1024)}`).toString('latin1')
  const REFUSED: readonly (readonly [name: string, text: string, why: string])[] = [
    ['photo.png', '\x89PNG\r\n\x1a\n', 'This is a PNG image, which has no shapes. Export it as SVG'],
    ['photo.jpg', '\xff\xd8\xff\xe0', 'This is a JPEG image'],
    ['plan.pdf', '%PDF-1.7', 'This is a PDF. Export it as SVG'],
    ['mark.ai', '%PDF-1.5', 'This is an Illustrator file. Export it as SVG'],
    ['notes.svg', 'Dear all', 'This is not an SVG, or it is incomplete.'],
    ['empty.svg', '', 'This is not an SVG'],
    ['binary.svg', '\0\x01\x02\x03', 'This is not an SVG'],
    ['huge.svg', ' '.repeat(10 * 1024 * 1024 + 1), 'It is larger than 10 MB.'],
    ['bomb.svgz', gzipBomb, 'It is larger than 10 MB.'],
    ['broken.svgz', '\x1f\x8b\x08broken', 'This is not an SVG'],
    ['nothing.svg', svgOf(9, 9, ''), 'There is nothing to draw in it.'],
  ]

  it('is named with the reason and what to do, and does not affect others', async () => {
    const { panel, ui } = await suite.open()
    await ui.saveKey.waitFor()
    const files = REFUSED.map(([name, text]) => ({ name, text, isBinary: true }))
    await transferFiles(panel, 'drop', [...files, svgFile('good.svg')])
    await panel.getByRole('img', { name: 'good' }).waitFor()
    const notice = panel.getByRole('region', { name: '11 files were not added' })
    const lines = await notice.getByRole('listitem').allTextContents()
    expect(lines).toEqual(REFUSED.map(([name, , why]) => expect.stringContaining(`${name} ${why}`)))
    expect(await ui.tiles.count()).toBe(1)
    await ui.waitForStatus('notes.svg: This is not an SVG')
    await notice.getByRole('button', { name: 'Dismiss' }).click()
    await notice.waitFor({ state: 'detached' })
  })

  it('is reported if it is beyond the fiftieth', async () => {
    const { panel, ui } = await suite.open(withKey)
    await ui.generate.waitFor()
    await transferFiles(
      panel,
      'drop',
      Array.from({ length: 52 }, (_, i) => svgFile(`${i}.svg`)),
    )
    await panel.getByRole('group', { name: '50 files' }).waitFor()
    await panel.getByRole('region', { name: 'At most 50 files at once: 2 were left out.' }).waitFor()
    await ui.waitForStatus('50 images are ready.')
  })
})

describe('an own file and the storage', () => {
  it('is kept in memory if it cannot be stored, and can be inserted and deleted there', async () => {
    const inserted: Picture[] = []
    const { panel, ui } = await suite.open({
      ...withKey,
      handlers: {
        'picture.insert': recordInserts(inserted, 2),
        'journal.put': () => {
          throw new Error('full')
        },
      },
    })
    suite.expectFaults(/main thread/)
    await ui.generate.waitFor()
    await transferFiles(panel, 'drop', [svgFile('logo.svg')])
    await panel.getByRole('img', { name: 'logo' }).waitFor()
    await panel.getByRole('region', { name: /could not be stored/ }).waitFor()
    await ui.insert.click()
    await ui.waitForStatus('Inserted on the canvas')
    expect(inserted).toHaveLength(1)
    await ui.tiles.first().press('Delete')
    await expect.poll(() => ui.tiles.count()).toBe(0)
    await panel.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => ui.tiles.count()).toBe(1)
  })
})
