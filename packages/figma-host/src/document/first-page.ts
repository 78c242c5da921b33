import { BLANK, type NodeData } from './node-data'

/** Ids of the document and the page of a new document. */
export const ROOT = '0:0'
export const FIRST_PAGE = '0:1'

/** Adds the records of an empty document to a table of nodes. */
export function seed(nodes: Map<string, NodeData>): void {
  nodes.set(ROOT, { ...BLANK, id: ROOT, type: 'DOCUMENT', name: 'Untitled', children: [FIRST_PAGE] })
  nodes.set(FIRST_PAGE, {
    ...BLANK,
    id: FIRST_PAGE,
    type: 'PAGE',
    name: 'Page 1',
    parent: ROOT,
    // The color of Figma's canvas in the light theme.
    fills: [
      { type: 'SOLID', color: { r: 0.9607843137254902, g: 0.9607843137254902, b: 0.9607843137254902 } },
    ],
  })
}
