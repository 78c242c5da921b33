import { fileURLToPath } from 'node:url'
import { createBuilder } from 'vite'

/** The project's own folder. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

/** Builds both halves of the plugin, as `npm run build` does. Rejects when they do not build. */
export async function buildPlugin(): Promise<void> {
  // Whoever calls may run under a NODE_ENV of their own; what is built must be the same file by file.
  process.env.NODE_ENV = 'production'
  const builder = await createBuilder({ configFile: `${PROJECT}vite.config.ts`, logLevel: 'warn' })
  await builder.buildApp()
}
