import { RequestFailure } from '../../protocol/fault'
import type { Pause } from './slices'
import { addUsed, type UsedIds } from './used'
import { visitLayers } from './visit-layers'

interface PageColorsOptions {
  readonly pause: Pause
  /** Called if a change on the current page may add colors. */
  readonly onChange: () => void
}

export type PageColors = ReturnType<typeof createPageColors>

/** What is known about a page so far. */
interface KnownPage {
  readonly used: UsedIds
  /** Whether the whole page has to be read. */
  isUnread: boolean
  /** Changes since the last read, by layer id. */
  changed: Map<string, Change>
}

interface Change {
  readonly layer: SceneNode
  /** Whether the layer's descendants may be new as well. */
  readonly isDeep: boolean
}

/** After more changes, the whole page is read again, so that hours of work do not fill the memory. */
const MAX_CHANGES = 2000

/**
 * The variables and styles that color the layers of a page. A page is read once, and then updated by its `nodechange` events.
 * (Events for the whole document would require loading all pages: typings, `documentchange`.) Colors that are no longer used
 * stay until the whole page is read again.
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
    /** Reads what the current page uses. Rejects with RequestFailure (`stopped`) if it is stopped. Must not run concurrently. */
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
        // If an instance gets another main component, only the instance is reported as changed, not its new descendants.
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
  // If the whole page has to be read anyway, changes need not be recorded.
  if (page.isUnread || change.type === 'DELETE' || !bringsColors(change)) return
  const isDeep = change.type === 'CREATE' || change.properties.some((property) => DEEP.has(property))
  const before = page.changed.get(change.id)
  page.changed.set(change.id, { layer: change.node as SceneNode, isDeep: isDeep || before?.isDeep === true })
  if (page.changed.size <= MAX_CHANGES) return
  page.isUnread = true
  page.changed.clear()
}

const bringsColors = (change: CreateChange | PropertyChange): boolean =>
  change.type === 'CREATE' || change.properties.some((property) => !COLORLESS.has(property))

/** Properties whose change may bring in new descendants: the layer was moved here, or changed its type. */
const DEEP = new Set<NodeChangeProperty>(['parent', 'type'])

/** Frequently changed properties that never add a color. All others may, since the typings do not list everything that Figma reports. */
const COLORLESS = new Set<NodeChangeProperty>([
  ...(['name', 'x', 'y', 'width', 'height', 'rotation', 'relativeTransform', 'constraints'] as const),
  ...(['locked', 'visible', 'expanded', 'opacity', 'blendMode', 'pluginData', 'characters'] as const),
  ...(['fontName', 'fontSize', 'cornerRadius', 'strokeWeight', 'vectorNetwork'] as const),
])
