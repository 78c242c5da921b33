import { watch } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { HostServer } from 'figma-host/server'
import { PROJECT } from './build-plugin'
import { rebuildOnSave } from './rebuild-on-save'

/** What the plugin is built from, relative to the project. */
const SOURCES = ['src', 'build', 'manifest.json', 'vite.config.ts']

/** An editor writes one save as several events, in ms. */
const ONE_SAVE = 30

/** Rebuilds the plugin on each save of a source, and makes the pages of `server` reload it. */
export function reloadOnSave(server: HostServer, build: () => Promise<void>): void {
  follow(
    server,
    SOURCES.map((source) => `${PROJECT}${source}`),
    build,
  )
}

/** Makes the pages of `server` reload the plugin in a folder on each save of one of its files. */
export function reloadOnChange(server: HostServer, pluginDir: string): void {
  follow(server, [pluginDir], async () => undefined)
}

function follow(server: HostServer, sources: readonly string[], build: () => Promise<void>): void {
  let saved = 0
  rebuildOnSave({
    watch(onSave) {
      for (const source of sources) {
        watch(source, { recursive: true }, (_event, file) => {
          // Backups and swap files of editors.
          if (file !== null && /^[.#]|~$/.test(basename(file))) return
          onSave()
        })
      }
    },
    settle: () => setTimeout(ONE_SAVE),
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
