/** Address of the server-sent events for reloading the plugin. */
export const RELOADS = '/reloads'

/** The page's configuration, from `/config.json` of its own server. */
export interface HostConfig {
  /** The parsed `manifest.json` of the plugin. */
  readonly manifest: unknown
  /** Address of the plugin's `main` file. */
  readonly codeUrl: string
  /** Address of its `ui` file; null if there is none. */
  readonly htmlUrl: string | null
  /** Maps origins that the manifest allows to addresses on this machine that replace them in the panel. */
  readonly redirects?: Readonly<Record<string, string>>
  /** A line for the user, shown in the top bar as selectable text. */
  readonly note?: string
  /** The kind of editor. Default: Figma Design. */
  readonly editorType?: 'figma' | 'figjam' | 'slides' | 'buzz'
  /** Whether the plugin runs when the page opens. Default: true. */
  readonly autorun?: boolean
}

/** The plugin's files. */
export interface LoadedPlugin {
  readonly config: HostConfig
  readonly code: string
  readonly html: string
  /** `name` of the manifest. */
  readonly name: string
}

async function read(url: string): Promise<Response> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} could not be read: ${response.status} ${response.statusText}`)
  return response
}

/** Reads the configuration and the plugin's two files. Rejects with an error that names what could not be read. */
export async function loadPlugin(): Promise<LoadedPlugin> {
  const config: HostConfig = await (await read('/config.json')).json()
  const [code, html] = await Promise.all(
    [config.codeUrl, config.htmlUrl].map(async (url) => (url === null ? '' : (await read(url)).text())),
  )
  const name: unknown = Reflect.get(Object(config.manifest), 'name')
  return { config, code: code ?? '', html: html ?? '', name: typeof name === 'string' ? name : 'Plugin' }
}
