import { fileURLToPath } from 'node:url'
import { createBuilder } from 'vite'

/** The project's root folder. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

/** Builds the panel and the sandbox code, as `npm run build` does. Rejects if the build fails. */
export async function buildPlugin(): Promise<void> {
  // The caller may run with another NODE_ENV, which must not change the output.
  process.env.NODE_ENV = 'production'
  const builder = await createBuilder({ configFile: `${PROJECT}vite.config.ts`, logLevel: 'warn' })
  await builder.buildApp()
}
