import type { LayerSnapshot } from '../../editor/contract'

/** Drawings on a 16 × 16 grid, stroked with 1 px in the color of the text. */
const paths = {
  undo: 'M6 3.5 3.500 6 6 8.500M3.500 6h5.500a3.500 3.500 0 0 1 0 7H6',
  redo: 'M10 3.500 12.500 6 10 8.500M12.500 6H7a3.500 3.500 0 0 0 0 7h3',
  plus: 'M8 3.500v9M3.500 8h9',
  minus: 'M3.500 8h9',
  fit: 'M3 6V3.500a.5.5 0 0 1 .5-.5H6M10 3h2.500a.5.5 0 0 1 .5.5V6M13 10v2.500a.5.5 0 0 1-.5.5H10M6 13H3.500a.5.5 0 0 1-.5-.5V10M6.500 6.500h3v3h-3z',
  sun: 'M8 10.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM8 1.500V3M8 13v1.500M1.500 8H3M13 8h1.500M3.400 3.400l1.100 1.100M11.500 11.500l1.100 1.100M12.600 3.400l-1.100 1.100M4.500 11.500l-1.100 1.100',
  moon: 'M13 9.300A5.500 5.500 0 0 1 6.700 3a5.500 5.500 0 1 0 6.300 6.300Z',
  play: 'M5 3.500v9l7.500-4.500z',
  stop: 'M4.500 4.500h7v7h-7z',
  close: 'm4 4 8 8M12 4l-8 8',
  log: 'M3.500 4.500 6.500 8l-3 3.500M8.500 11.500h4',
  chevron: 'm6.500 5.500 3 2.500-3 2.500',
  key: 'M6 10a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM8.500 7.500h5v2.500M11 7.500v2',
  warning: 'M8 2.500 14 13H2zM8 6.500v3M8 11.200v.3',
  frame: 'M5 2v12M11 2v12M2 5h12M2 11h12',
  group:
    'M3 3h.01M5.500 3h1.500M9 3h1.500M13 3h-.01M13 5.500V7M13 9v1.500M13 13h-.01M10.500 13H9M7 13H5.500M3 13h.01M3 10.500V9M3 7V5.500',
  vector: 'M3 12C4 6 7 4 9 4c2.500 0 3.500 2.500 2 4.500S7 10 13 12',
  text: 'M3.500 5V3.500h9V5M8 3.500v9M6.500 12.500h3',
  rectangle: 'M3 4h10v8H3z',
  ellipse: 'M13 8A5 5 0 1 1 3 8a5 5 0 0 1 10 0Z',
  line: 'm3 13 10-10',
  component:
    'M8 2.500 10.500 5 8 7.500 5.500 5zM8 8.500l2.500 2.500L8 13.500 5.500 11zM4.500 5.500 7 8l-2.500 2.500L2 8zM11.500 5.500 14 8l-2.500 2.500L9 8z',
  instance: 'm8 2.500 5.500 5.500L8 13.500 2.500 8z',
} as const

/** The name of a drawing. */
type IconName = keyof typeof paths

/** A small drawing beside a label that says the same. Screen readers pass it over. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}

/** The drawing for a type of layer, as in Figma's layer list. */
export function layerIcon({ type }: LayerSnapshot): IconName {
  switch (type) {
    case 'FRAME':
    case 'SLOT':
    case 'SECTION':
      return 'frame'
    case 'GROUP':
      return 'group'
    case 'TEXT':
      return 'text'
    case 'RECTANGLE':
      return 'rectangle'
    case 'ELLIPSE':
      return 'ellipse'
    case 'LINE':
      return 'line'
    case 'COMPONENT':
    case 'COMPONENT_SET':
      return 'component'
    case 'INSTANCE':
      return 'instance'
    default:
      return 'vector'
  }
}
