/**
 * Selects layers and scrolls to them, on the page of the first layer that still exists. Returns the ids of all that still exist.
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

/** Opens the slide of the layer, because other slides are not visible while one is open. */
function openSlide(page: PageNode, layer: SceneNode): void {
  if (!page.focusedSlide) return
  let around: BaseNode | null = layer
  while (around && around.type !== 'SLIDE') around = around.parent
  if (around) page.focusedSlide = around
}
