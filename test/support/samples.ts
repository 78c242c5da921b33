import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The folder with real pictures beside the project, which is not part of it. */
/** The folder of the samples, which may be absent. */
export const SAMPLES = fileURLToPath(new URL('../../../shared/samples', import.meta.url))

/** Names of the real pictures; empty if the folder is missing. */
export const sampleNames: readonly string[] = existsSync(SAMPLES)
  ? readdirSync(SAMPLES).filter((name) => name.endsWith('.svg'))
  : []

/** For `describe.skipIf`: its title then says why it was skipped. */
export const withoutSamples = sampleNames.length === 0
export const skipNote = withoutSamples ? ' (skipped: ../shared/samples is not there)' : ''

export const readSample = (name: string) => readFileSync(`${SAMPLES}/${name}`, 'utf8')
