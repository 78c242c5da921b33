import { RequestFailure } from '../../protocol/fault'
import type { Pause } from './slices'
import { addUsed, type UsedIds } from './used'
import { visitLayers } from './visit-layers'

interface PageColorsOptions {
  readonly pause: Pause
  /** Called when something on the current page has changed that may bring in other colors. */
  readonly onChange: () => void
}

export type PageColors = ReturnType<typeof createPageColors>

/** A page as far as it was read. */
interface KnownPage {
  readonly used: UsedIds
  /** It is to be read from the beginning. */
  isUnread: boolean
  /** What has changed since, by id. */
  changed: Map<string, Change>
}

interface Change {
  readonly layer: SceneNode
  /** What the layer holds may be new, too. */
  readonly isDeep: boolean
}

/** More changes than these, and the page is read from the beginning: nothing is kept for hours of work. */
const MOST_CHANGES = 2000

/**
 * What a page's layers are colored by. A page is read once; after that only what has changed on it, as it says itself. (Events
 * of the whole document cannot be had without loading all pages: typings, `documentchange`.) What no layer uses any more stays,
 * until the page is read again.
 */
export function createPageColors(figma: PluginAPI, { pause, onChange }: PageColorsOptions) {
  const pages = new Map<string, KnownPage>()
  /** The page that was read last. */
  let current: KnownPage | null = null

  function watch(page: PageNode): KnownPage {
    const known: KnownPage = {
      used: { variables: new Set(), styles: new Set() },
      isUnread: true,
      changed: new Map(),
    }
    page.on('nodechange', ({ nodeChanges }) => {
      for (const change of nodeChanges) note(known, change)
      const isNews = known.isUnread || known.changed.size > 0
      if (known === current && isNews) onChange()
    })
    pages.set(page.id, known)
    return known
  }

  return {
    /** Reads what the current page uses. Rejects with RequestFailure (`stopped`) where it is stopped. One at a time. */
    async read(isStopped: () => boolean): Promise<UsedIds> {
      const page = figma.currentPage
      const known = pages.get(page.id) ?? watch(page)
      current = known
      const { isUnread, changed, used } = known
      known.isUnread = false
      known.changed = new Map()
      const add = (layer: SceneNode) => addUsed(layer, used)
      const options = { pause, isStopped }
      if (isUnread) {
        used.variables.clear()
        used.styles.clear()
        await visitLayers(() => page.children, add, options)
      } else {
        const changes = [...changed.values()]
        // Another main component brings in other layers, and only the instance is said to change.
        const isDeep = ({ isDeep, layer }: Change) => isDeep || layer.type === 'INSTANCE'
        const [deep, flat] = [changes.filter(isDeep), changes.filter((change) => !isDeep(change))]
        await visitLayers(() => deep.map(({ layer }) => layer), add, options)
        await visitLayers(() => flat.map(({ layer }) => layer), add, { ...options, isShallow: true })
      }
      if (!isStopped()) return used
      known.isUnread ||= isUnread
      known.changed = new Map([...changed, ...known.changed])
      throw new RequestFailure('stopped', 'while the page was read')
    },
  }
}

function note(page: KnownPage, change: NodeChange): void {
  // What is not read yet needs no list of what is new.
  if (page.isUnread || change.type === 'DELETE' || !bringsColors(change)) return
  const isDeep = change.type === 'CREATE' || change.properties.some((property) => DEEP.has(property))
  const before = page.changed.get(change.id)
  page.changed.set(change.id, { layer: change.node as SceneNode, isDeep: isDeep || before?.isDeep === true })
  if (page.changed.size <= MOST_CHANGES) return
  page.isUnread = true
  page.changed.clear()
}

const bringsColors = (change: CreateChange | PropertyChange): boolean =>
  change.type === 'CREATE' || change.properties.some((property) => !COLORLESS.has(property))

/** Moved here with all that it holds, or a kind of layer that it was not. */
const DEEP = new Set<NodeChangeProperty>(['parent', 'type'])

/** What changes most, and brings in no color. Whatever else changes may: not all of what Figma tells is in the typings. */
const COLORLESS = new Set<NodeChangeProperty>([
  ...(['name', 'x', 'y', 'width', 'height', 'rotation', 'relativeTransform', 'constraints'] as const),
  ...(['locked', 'visible', 'expanded', 'opacity', 'blendMode', 'pluginData', 'characters'] as const),
  ...(['fontName', 'fontSize', 'cornerRadius', 'strokeWeight', 'vectorNetwork'] as const),
])
