import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'
import { ALLOWED_DOMAINS } from '../src/segmind/hosts.ts'
import { path } from './project.ts'

/**
 * Writes `dist/manifest.json`, so that `dist` is a complete plugin folder. With a relay, it allows the relay's host instead of
 * Segmind's.
 */
export function builtManifest(relay: string | null): Plugin {
  return {
    name: 'built-manifest',
    async generateBundle() {
      const manifest = JSON.parse(await readFile(path('manifest.json'), 'utf8'))
      manifest.main = 'code.js'
      manifest.ui = 'ui.html'
      manifest.networkAccess.allowedDomains = ALLOWED_DOMAINS
      if (relay) manifest.networkAccess = { allowedDomains: [relay], reasoning: reasonFor(relay) }
      this.emitFile({
        type: 'asset',
        fileName: 'manifest.json',
        source: `${JSON.stringify(manifest, null, 2)}\n`,
      })
    },
  }
}

const reasonFor = (relay: string) =>
  `${relay} is a relay to Segmind, which draws the pictures: it receives the prompt, the style, the size and the user's own API key. No other host is contacted, and nothing of the document is sent but the colors that the user asks for in the prompt.`
