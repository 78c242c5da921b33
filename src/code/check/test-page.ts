/** Where layers are checked: a separate page or, if the editor has no other pages, hidden on the current one. */
export interface TestPage {
  readonly isOwn: boolean
  /** Whether this editor is known to have pages. */
  readonly isPossible: boolean
  /** Moves a new layer to the test page and hides it. It is removed with the page. */
  take<Layer extends SceneNode>(layer: Layer): Layer
  /** Removes the page and the layers. Never throws. */
  remove(): void
}

const WITH_PAGES = ['figma', 'figjam']

/** Name of the page. */
const NAME = 'Inkwright check'

export function openTestPage(figma: PluginAPI): TestPage {
  const isPossible = WITH_PAGES.includes(figma.editorType)
  const page = isPossible ? createPage(figma) : null
  const layers: SceneNode[] = []
  return {
    isOwn: page !== null,
    isPossible,
    take(layer) {
      layer.visible = false
      layers.push(layer)
      if (page) page.appendChild(layer)
      return layer
    },
    remove() {
      for (const layer of layers) removeQuietly(layer)
      if (page) removeQuietly(page)
    },
  }
}

function createPage(figma: PluginAPI): PageNode | null {
  try {
    const page = figma.createPage()
    page.name = NAME
    return page
  } catch {
    // On some plans, a file can have only three pages.
    return null
  }
}

export function removeQuietly(made: { remove(): void }): void {
  try {
    made.remove()
  } catch {
    // It was removed, or the editor does not allow removing it.
  }
}
