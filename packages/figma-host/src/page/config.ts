/** Address of the server-sent events that ask the page to reload the plugin. */
export const RELOADS = '/reloads'

/** What the page reads from `/config.json` of its own server. */
export interface HostConfig {
  /** The parsed `manifest.json` of the plugin. */
  readonly manifest: unknown
  /** Address of the plugin's `main` file. */
  readonly codeUrl: string
  /** Address of its `ui` file; null where it has none. */
  readonly htmlUrl: string | null
  /** From an origin the manifest allows to an address on this machine that takes its place in the panel. */
  readonly redirects?: Readonly<Record<string, string>>
  /** A line for the person at the page, shown in the bar along the top: its text can be selected. */
  readonly note?: string
  /** Which editor the page is, Figma Design when left out. */
  readonly editorType?: 'figma' | 'figjam' | 'slides' | 'buzz'
  /** Whether the plugin runs as soon as the page opens. True when left out. */
  readonly autorun?: boolean
}

/** The plugin as the page loaded it. */
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

/** Reads the configuration and the plugin's two files. Rejects with what could not be read. */
export async function loadPlugin(): Promise<LoadedPlugin> {
  const config: HostConfig = await (await read('/config.json')).json()
  const [code, html] = await Promise.all(
    [config.codeUrl, config.htmlUrl].map(async (url) => (url === null ? '' : (await read(url)).text())),
  )
  const name: unknown = Reflect.get(Object(config.manifest), 'name')
  return { config, code: code ?? '', html: html ?? '', name: typeof name === 'string' ? name : 'Plugin' }
}
