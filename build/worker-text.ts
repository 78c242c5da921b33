import { existsSync, statSync } from 'node:fs'
import { build, type Plugin } from 'vite'
import { BROWSERS, path } from './project.ts'
import { escapeRefusedTexts } from './refused-texts.ts'

const ID = 'virtual:vector-worker'

/** Represents the worker's script in the code until the bundle is written. */
const PLACEHOLDER = '__VECTOR_WORKER__'

/** Cache of the last script and the modification times of its sources, because `npm run dev` builds many times. */
let last: { readonly script: Script; readonly written: ReadonlyMap<string, number> } | null = null

interface Script {
  readonly code: string
  /** The licenses of its libraries, as JSON from Vite's `build.license`. */
  readonly licenses: string
}

/** Name of that list next to `code.js`, if the build lists licenses. */
const LICENSES = 'licenses-worker.json'

/** Provides `virtual:vector-worker`: the script of `src/worker`, minified, as a string in the sandbox's code. */
export function workerText(): Plugin {
  let worker = ''
  let licenses = ''
  return {
    name: 'worker-text',
    resolveId: (source) => (source === ID ? `\0${ID}` : null),
    async load(source) {
      if (source !== `\0${ID}`) return null
      ;({ code: worker, licenses } = await workerScript())
      return `export default '${PLACEHOLDER}'`
    },
    // Inserted last, because earlier steps that generate code would undo the escapes.
    generateBundle(_options, bundle) {
      if (this.environment.config.build.license)
        this.emitFile({ type: 'asset', fileName: LICENSES, source: licenses })
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        chunk.code = chunk.code.replace(new RegExp(`["'\`]${PLACEHOLDER}["'\`]`), () =>
          escapeRefusedTexts(JSON.stringify(worker)),
        )
      }
    },
  }
}

async function workerScript(): Promise<Script> {
  if (last && [...last.written].every(([file, time]) => timeWritten(file) === time)) return last.script
  const start = Date.now()
  const { script, moduleIds } = await buildWorker()
  const written = new Map(moduleIds.filter((id) => existsSync(id)).map((file) => [file, timeWritten(file)]))
  // A source that was saved during the build may not be included, so the result is not cached.
  last = Math.max(...written.values()) < start ? { script, written } : null
  return script
}

const timeWritten = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

async function buildWorker() {
  const built = await build({
    configFile: false,
    root: path('src/worker'),
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: BROWSERS,
      minify: true,
      license: { fileName: LICENSES },
      lib: { entry: path('src/worker/main.ts'), name: 'vector', formats: ['iife'] },
    },
  })
  const [result] = [built].flat()
  const [chunk, ...others] = result && 'output' in result ? result.output : []
  if (chunk?.type !== 'chunk') throw new Error('the worker was not built')
  const list = others.find(({ fileName }) => fileName === LICENSES)
  const licenses = list?.type === 'asset' ? String(list.source) : '[]'
  return { script: { code: chunk.code, licenses }, moduleIds: chunk.moduleIds }
}
