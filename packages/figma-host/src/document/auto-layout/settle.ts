import type { DocumentTree } from '../document-tree'
import { arrange } from './arrange'
import { primaryAxis } from './axes'

/** Updates all auto layout frames whose content, size, or settings may have changed. `touched`: ids of nodes. */
export function settleLayout(document: DocumentTree, touched: ReadonlySet<string>): void {
  const outermost = new Set<string>()
  for (const id of touched) {
    const found = outermostFrame(document, id)
    if (found !== null) outermost.add(found)
  }
  for (const id of outermost) arrange(document, id)
}

/** Returns the outermost auto layout frame that a change of a node can affect, because frames that hug their content pass it on. */
function outermostFrame(document: DocumentTree, id: string): string | null {
  const node = document.get(id)
  if (!node) return null
  let found = primaryAxis(node) ? id : null
  for (const above of document.ancestors(id)) {
    if (primaryAxis(above)) found = above.id
    else if (above.type !== 'GROUP') break
  }
  return found
}
