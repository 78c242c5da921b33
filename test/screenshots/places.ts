import type { Rect } from '@figma/plugin-typings/plugin-api-standalone'
import type { DocumentBuilder } from 'figma-host/document'
import type { EditorOptions } from 'figma-host/editor'
import type { Picture } from '../../src/protocol/contract'

export interface PlaceToShow {
  readonly name: string
  readonly editorType?: NonNullable<EditorOptions['editorType']>
  /** Returns what is selected. */
  readonly build: (b: DocumentBuilder) => string | null
  /** With `replace`, the picture takes the place of what is selected. */
  readonly more?: Partial<Picture>
  readonly times?: number
  /** What is shown; everything when left out. */
  readonly area?: Rect
  /** Where it is dropped, in page px. */
  readonly drop?: { readonly x: number; readonly y: number }
}

const fixed = { primaryAxisSizingMode: 'FIXED', counterAxisSizingMode: 'FIXED' } as const
const padding = { paddingLeft: 20, paddingTop: 20, paddingRight: 20, paddingBottom: 20, itemSpacing: 16 }
const column = { layoutMode: 'VERTICAL', ...padding, ...fixed } as const
const row = { layoutMode: 'HORIZONTAL', ...padding, ...fixed } as const

const neighbors = (b: DocumentBuilder, holder: string) => {
  b.rectangle({ in: holder, x: 40, y: 40, width: 200, height: 120, fill: '#d0c4f7' })
  b.ellipse({ in: holder, x: 40, y: 240, width: 120, height: 120, fill: '#f7c4d4' })
}

/** The first slide, with something around it. */
const SLIDE = { x: -60, y: -60, width: 2040, height: 1200 }

/** A document for each rule of placement. */
export const PLACES: readonly PlaceToShow[] = [
  { name: 'view-empty', build: () => null },
  {
    name: 'view-aside',
    build: (b) => {
      b.rectangle({ x: -200, y: -160, width: 400, height: 300, fill: '#d0c4f7' })
      return null
    },
  },
  { name: 'view-row', times: 4, build: () => null },
  { name: 'inside-frame', build: (b) => b.frame({ width: 500, height: 700 }) },
  {
    name: 'inside-rotated-frame',
    build: (b) => {
      const outer = b.frame({ width: 900, height: 700, rotation: 20, fill: '#fff3d6' })
      return b.frame({ in: outer, x: 120, y: 120, width: 500, height: 400, rotation: -10 })
    },
  },
  { name: 'inside-component', build: (b) => b.component({ width: 300, height: 300 }) },
  {
    name: 'inside-section',
    build: (b) => {
      const section = b.section({ width: 1400, height: 900 })
      b.rectangle({ in: section, x: 600, y: 350, width: 200, height: 200 })
      return section
    },
  },
  {
    name: 'appended',
    build: (b) => {
      const list = b.frame({ width: 440, height: 800, layout: column })
      b.rectangle({ in: list, width: 400, height: 100, fill: '#d0c4f7' })
      b.rectangle({ in: list, width: 400, height: 100, fill: '#f7c4d4' })
      return list
    },
  },
  {
    name: 'beside-in-frame',
    build: (b) => {
      const frame = b.frame({ width: 1000, height: 600 })
      neighbors(b, frame)
      return b.document.need(frame).children[0] ?? null
    },
  },
  {
    name: 'beside-no-room',
    build: (b) => {
      const frame = b.frame({ width: 480, height: 400 })
      neighbors(b, frame)
      return b.document.need(frame).children[0] ?? null
    },
  },
  {
    name: 'beside-item',
    build: (b) => {
      const list = b.frame({ width: 900, height: 360, layout: row })
      const first = b.rectangle({ in: list, width: 160, height: 200, fill: '#d0c4f7' })
      b.rectangle({ in: list, width: 160, height: 200, fill: '#f7c4d4' })
      return first
    },
  },
  {
    name: 'beside-instance',
    build: (b) => {
      const component = b.component({ width: 300, height: 300, fill: '#e3f7c4' })
      return b.instance(component, { x: 400 })
    },
  },
  { name: 'beside-locked', build: (b) => b.frame({ width: 500, height: 400, locked: true }) },
  {
    name: 'beside-rotated',
    build: (b) => b.rectangle({ width: 300, height: 200, rotation: 30, fill: '#d0c4f7' }),
  },
  {
    name: 'replace-frame',
    more: { replace: 'selected' },
    build: (b) => {
      const page = b.frame({ width: 900, height: 600 })
      neighbors(b, page)
      return b.frame({ in: page, x: 300, y: 80, width: 500, height: 300, rotation: -8, fill: '#dddddd' })
    },
  },
  {
    name: 'replace-fill-item',
    more: { replace: 'selected' },
    build: (b) => {
      const list = b.frame({ width: 1000, height: 340, layout: row })
      b.rectangle({ in: list, width: 200, height: 300, fill: '#d0c4f7' })
      return b.frame({ in: list, fill: '#dddddd', layout: { layoutGrow: 1, layoutAlign: 'STRETCH' } })
    },
  },
  {
    name: 'dropped-in-frame',
    drop: { x: 300, y: 420 },
    build: (b) => {
      b.frame({ width: 600, height: 700 })
      return null
    },
  },
  { name: 'slide', editorType: 'slides', area: SLIDE, build: (b) => slideOf(b) },
  {
    name: 'slide-beside',
    editorType: 'slides',
    area: SLIDE,
    build: (b) => b.rectangle({ in: slideOf(b), x: 200, y: 200, width: 500, height: 400, fill: '#d0c4f7' }),
  },
]

const slideOf = ({ document }: DocumentBuilder): string =>
  document.descendants(document.rootId).find(({ type }) => type === 'SLIDE')?.id ?? ''
