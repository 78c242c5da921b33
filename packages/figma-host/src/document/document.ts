import { settleLayout } from './auto-layout/settle'
import { DocumentTree } from './document-tree'

/**
 * A Figma document: its node tree, variables, and styles, the selection of each page, and the undo history. It knows nothing about plugins.
 * A new one is named "Untitled" and has one empty page, "Page 1".
 */
export class DocumentModel extends DocumentTree {
  settle(): void {
    const { touched } = this
    if (touched.size === 0) return
    this.touched = new Set()
    settleLayout(this, touched)
    this.touched.clear()
  }
}
