import { journalOf } from '../../support/kept-pictures'
import { panelControls } from '../../support/panel-controls'
import { svgFile, svgOf, transferFiles } from '../../support/transfer-files'
import { only, type Path, PROMPT, withKey } from './state'

const glyph = (path: string, color: string) =>
  svgOf(24, 24, `<path fill="none" stroke="${color}" stroke-width="2" stroke-linecap="round" d="${path}"/>`)

/** Typical icons: without a background, some of them black or white. */
const ICONS = [
  svgFile('arrow-right.svg', glyph('M4 12h16m-6-6 6 6-6 6', '#000000')),
  svgFile('check.svg', glyph('m5 12 5 5L20 7', '#ffffff')),
  svgFile('close-with-a-rather-long-name.svg', glyph('m6 6 12 12M18 6 6 18', '#d4493f')),
  svgFile('search.svg', glyph('M17 17l4 4M10 17a7 7 0 1 1 0-14 7 7 0 0 1 0 14z', '#1a73e8')),
  svgFile('menu.svg', glyph('M4 6h16M4 12h16M4 18h16', '#555555')),
]

const LOGO = svgFile(
  'Acme logo.svg',
  svgOf(
    320,
    200,
    '<path fill="#2f6479" d="M40 150 100 50l60 100z"/><path fill="#e4574c" d="M130 150 180 70l50 80z"/><circle cx="250" cy="60" r="28" fill="#f6b64b"/>',
  ),
)

const REFUSED = [
  { name: 'photo.png', text: '\x89PNG\r\n', isBinary: true },
  { name: 'mark.ai', text: '%PDF-1.5' },
  { name: 'notes.svg', text: 'Dear all' },
]

const at = Date.now() - 3_600_000

/** A paid image on a host that Inkwright may not contact. */
const blocked = journalOf('blocked', {
  sent: { attempt: 1, at, via: 'queue', request: { prompt: PROMPT, style: 'any', size: '1024x1024' } },
  accepted: { requestId: '0f1c6d2a-93b4-4c1e-8a57-2f1d3b9e6c70', at },
  fetched: {
    ...{ at, url: 'https://files.example/fox.svg', waited: 9000 },
    ...{ cost: 0.1, inferenceTime: 9, queueTime: 1 },
  },
})

/** The user's own SVG files, and the file of an image that only the user can download. */
export const OWN: readonly Path[] = [
  {
    stage: withKey,
    states: [
      {
        name: 'files-dragged',
        reach: async (panel) => {
          await panelControls(panel).generate.waitFor()
          await transferFiles(panel, 'dragover', [LOGO])
          await panel.getByText('Drop SVG files to clean them up').waitFor()
        },
      },
      {
        name: 'own-file',
        reach: async (panel) => {
          await transferFiles(panel, 'drop', [LOGO])
          await panel.getByRole('img', { name: 'Acme logo' }).waitFor()
          await panelControls(panel).insert.waitFor()
        },
      },
      {
        name: 'own-picture',
        reach: async (panel) => {
          await panelControls(panel).openDetails('Acme logo')
          await panel.getByText('Free: your own file').waitFor()
        },
      },
      {
        name: 'own-files',
        reach: async (panel) => {
          await panel.getByRole('button', { name: 'Back to Create' }).click()
          await transferFiles(panel, 'drop', ICONS)
          await panelControls(panel).button('Insert 5').waitFor()
          await panel.getByRole('img', { name: 'menu' }).waitFor()
        },
      },
      {
        name: 'own-files-history',
        reach: async (panel) => {
          await panelControls(panel).tab('History').click()
          await panel.getByRole('img', { name: 'Acme logo' }).waitFor()
        },
      },
      {
        name: 'files-refused',
        reach: async (panel) => {
          await transferFiles(panel, 'drop', REFUSED)
          await panel.getByRole('region', { name: '3 files were not added' }).waitFor()
        },
      },
    ],
  },
  {
    states: [
      {
        name: 'first-run-file-refused',
        reach: async (panel) => {
          await panelControls(panel).saveKey.waitFor()
          await transferFiles(panel, 'drop', REFUSED.slice(0, 1))
          await panel.getByRole('region', { name: '1 file was not added' }).waitFor()
        },
      },
      {
        name: 'first-run-own-file',
        reach: async (panel) => {
          await transferFiles(panel, 'drop', [LOGO])
          await panel.getByRole('img', { name: 'Acme logo' }).waitFor()
          await panelControls(panel).insert.waitFor()
        },
      },
    ],
  },
  {
    stage: { ...withKey, journal: blocked },
    states: [
      {
        name: 'file-elsewhere',
        reach: (panel) =>
          panelControls(panel).waitForStatus('Open the file in the browser, save it, then drop it here.'),
      },
      {
        name: 'file-elsewhere-dragged',
        reach: async (panel) => {
          await transferFiles(panel, 'dragover', [LOGO], { selector: '.tile' })
          await panel.getByText('Drop its file here').waitFor()
        },
      },
    ],
  },
  only(
    'own-files-not-stored',
    {
      stage: {
        ...withKey,
        handlers: {
          'journal.putPicture': () => {
            throw new Error('full')
          },
        },
      },
      expected: [/main thread/],
    },
    async (panel) => {
      await panelControls(panel).generate.waitFor()
      await transferFiles(panel, 'drop', ICONS)
      await panel.getByRole('region', { name: '5 of your files could not be stored.' }).waitFor()
    },
  ),
]
