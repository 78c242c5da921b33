/**
 * Selects layers and brings them into view, on their page: that of the first which is still there. Returns the ids of all that are
 * still there.
 */
export async function showLayers(figma: PluginAPI, nodeIds: readonly string[]): Promise<string[]> {
  const found: { readonly layer: SceneNode; readonly page: PageNode }[] = []
  for (const id of new Set(nodeIds)) {
    const layer = await figma.getNodeByIdAsync(id)
    const page = layer && !layer.removed ? pageOf(layer) : null
    if (page && layer?.id !== page.id) found.push({ layer: layer as SceneNode, page })
  }
  const [first] = found
  if (!first) return []
  const { page } = first
  if (figma.currentPage.id !== page.id) await figma.setCurrentPageAsync(page)
  const layers = found.filter((each) => each.page.id === page.id).map(({ layer }) => layer)
  if (figma.editorType === 'slides') openSlide(page, first.layer)
  page.selection = layers
  figma.viewport.scrollAndZoomIntoView(layers)
  return found.map(({ layer }) => layer.id)
}

function pageOf(layer: BaseNode): PageNode | null {
  let around: BaseNode | null = layer
  while (around && around.type !== 'PAGE') around = around.parent
  return around
}

/** While one slide is open, what lies on another is not seen. */
function openSlide(page: PageNode, layer: SceneNode): void {
  if (!page.focusedSlide) return
  let around: BaseNode | null = layer
  while (around && around.type !== 'SLIDE') around = around.parent
  if (around) page.focusedSlide = around
}
