import type { DocumentModel } from '../document/document'
import type { Manifest } from '../document/manifest'
import type { NodeData } from '../document/node-data'
import type { EditorType } from '../document/session-types'
import type { RelaunchOffer } from './contract'

/**
 * Returns the relaunch buttons that the properties panel shows for the selection, in the manifest's order. For several layers, those that
 * all of them have; without a selection, those of the page and the document (Figma doc: setRelaunchData).
 */
export function relaunchOffers(
  document: DocumentModel,
  { relaunchButtons }: Manifest,
  editorType: EditorType,
): readonly RelaunchOffer[] {
  const selection = document.selection()
  const nodes = shownFor(document, selection, editorType)
  return relaunchButtons.flatMap(({ command, name, multipleSelection }) => {
    const having = nodes.filter(({ relaunchData }) => Object.hasOwn(relaunchData, command))
    const shown = selection.length === 0 ? having.length > 0 : having.length === nodes.length
    if (!shown || (selection.length > 1 && !multipleSelection)) return []
    return [{ command, name, description: having[0]?.relaunchData[command] ?? '' }]
  })
}

function shownFor(document: DocumentModel, selection: readonly string[], editorType: EditorType): NodeData[] {
  if (selection.length > 0) return selection.map((id) => document.need(id))
  if (editorType !== 'figma') return []
  return [document.need(document.currentPage), document.need(document.rootId)]
}
