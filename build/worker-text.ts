import { build, type Plugin } from 'vite'
import { BROWSERS, path } from './project.ts'
import { escapeRefusedTexts } from './refused-texts.ts'

const ID = 'virtual:vector-worker'

/** Stands in the code for the worker's script until the code is written. */
const PLACEHOLDER = '__VECTOR_WORKER__'

/** Provides `virtual:vector-worker`: the script of `src/worker`, minified, as a string in the sandbox's code. */
export function workerText(): Plugin {
  let worker = ''
  return {
    name: 'worker-text',
    resolveId: (source) => (source === ID ? `\0${ID}` : null),
    async load(source) {
      if (source !== `\0${ID}`) return null
      const chunk = await buildWorker()
      for (const file of chunk.moduleIds) this.addWatchFile(file)
      worker = chunk.code
      return `export default '${PLACEHOLDER}'`
    },
    // Put in at the very end: whatever writes code before would undo the escapes.
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        chunk.code = chunk.code.replace(new RegExp(`["'\`]${PLACEHOLDER}["'\`]`), () =>
          escapeRefusedTexts(JSON.stringify(worker)),
        )
      }
    },
  }
}

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
      lib: { entry: path('src/worker/main.ts'), name: 'vector', formats: ['iife'] },
    },
  })
  const [result] = [built].flat()
  const chunk = result && 'output' in result ? result.output[0] : null
  if (chunk?.type !== 'chunk') throw new Error('the worker was not built')
  return chunk
}
