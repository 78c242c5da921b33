import { watch } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { HostServer } from 'figma-host/server'
import { PROJECT } from './build-plugin'
import { rebuildOnSave } from './rebuild-on-save'

/** The plugin's sources, relative to the project. */
const SOURCES = ['src', 'build', 'manifest.json', 'vite.config.ts']

/** Saving one file causes several events. They are combined within this time, in ms. */
const SAVE_DELAY_MS = 30

/** Rebuilds the plugin whenever a source file is saved, and makes the pages of `server` reload it. */
export function reloadOnSave(server: HostServer, build: () => Promise<void>): void {
  watchAndReload(
    server,
    SOURCES.map((source) => `${PROJECT}${source}`),
    build,
  )
}

/** Makes the pages of `server` reload the plugin whenever a file in its folder is saved. */
export function reloadOnChange(server: HostServer, pluginDir: string): void {
  watchAndReload(server, [pluginDir], async () => undefined)
}

function watchAndReload(server: HostServer, sources: readonly string[], build: () => Promise<void>): void {
  let saved = 0
  rebuildOnSave({
    watch(onSave) {
      for (const source of sources) {
        watch(source, { recursive: true }, (_event, file) => {
          // Ignore backup and swap files of editors.
          if (file !== null && /^[.#]|~$/.test(basename(file))) return
          onSave()
        })
      }
    },
    settle: () => setTimeout(SAVE_DELAY_MS),
    async build() {
      saved = performance.now()
      await build()
    },
    onBuilt() {
      server.reload()
      process.stdout.write(`Reloaded after ${((performance.now() - saved) / 1000).toFixed(1)} s\n`)
    },
    onError(error) {
      const text = error instanceof Error ? error.message : String(error)
      process.stderr.write(`${text}\nThe plugin on the page is still the last one that was built.\n`)
    },
  })
}
