import { signal } from '@preact/signals'
import type { Job } from '../../jobs/job'
import type { OwnFile } from '../../jobs/own-pictures'
import { type Refusal, type Refused, strings } from '../../strings'
import { RefusedFile, type SvgSource } from '../platform/svg-files'
import type { JobsStore } from './jobs'
import type { PicturesStore, PreparedPicture } from './pictures'

/** Maximum number of files that can be added at once. */
export const MAX_FILES = 50

interface OwnFilesOptions {
  readonly jobs: Pick<JobsStore, 'addFiles' | 'deliver'>
  readonly pictures: Pick<PicturesStore, 'prepareNew' | 'adopt'>
  readonly announce: (text: string) => void
}

export type OwnFilesStore = ReturnType<typeof createOwnFiles>

/** Files that could not be added, and why. */
export interface Refusals {
  readonly files: readonly Refused[]
  /** Number of files beyond the limit. */
  readonly left: number
}

const NONE: Refusals = { files: [], left: 0 }

/** SVG files and SVG code that the user adds. They are read, prepared, and stored like generated pictures. Nothing is sent. */
export function createOwnFiles({ jobs, pictures, announce }: OwnFilesOptions) {
  const refusals = signal<Refusals>(NONE)
  /** Number of files that are being read. */
  let reading = 0
  const refuse = (name: string, why: Refusal) => {
    const { files, left } = refusals.peek()
    refusals.value = { files: [...files, { name, why }], left }
  }

  /** Reads and prepares an SVG. Null if it cannot be used; the reason is then in `refusals`. */
  async function read(
    source: SvgSource,
    signal: AbortSignal,
  ): Promise<{ readonly svg: string; readonly preparation: PreparedPicture } | null> {
    try {
      const svg = await source.text()
      const preparation = await pictures.prepareNew(svg, signal)
      if ('state' in preparation) return { svg, preparation }
      if (preparation.code !== 'cancelled') refuse(source.name, refusalOf(preparation.code))
      // A bug in Inkwright, not in the file, so report it as well.
      if (preparation.code === 'unexpected') reportError(new Error(preparation.message))
    } catch (error) {
      refuse(source.name, error instanceof RefusedFile ? error.why : { kind: 'unreadable' })
    }
    return null
  }

  const fileOf = (source: SvgSource, onReady: () => void): OwnFile => ({
    title: titleOf(source.name),
    async read(id, signal) {
      const found = await read(source, signal as AbortSignal)
      if (!found) return null
      const { svg, preparation } = found
      onReady()
      // So that its tile does not prepare it again.
      pictures.adopt(id, preparation)
      return { svg, width: preparation.prepared.width, height: preparation.prepared.height }
    },
  })

  return {
    refusals,
    dismiss(): void {
      refusals.value = NONE
    },
    /** Uses a file as the picture of a job that Inkwright could not download. If the file cannot be used, the job is not changed. */
    async rescue(job: Job, source: SvgSource): Promise<void> {
      if (reading === 0) refusals.value = NONE
      const found = await read(source, new AbortController().signal)
      if (found) await jobs.deliver(job, found.svg)
    },
    /** Adds files one after another. `ids`: of their jobs, which exist immediately. `done` resolves when all are processed. */
    addFiles(sources: readonly SvgSource[]): ReturnType<JobsStore['addFiles']> {
      const taken = sources.slice(0, MAX_FILES)
      // Clears earlier refusals, unless some of those files are still being read.
      const { files, left } = reading === 0 ? NONE : refusals.peek()
      refusals.value = { files, left: left + sources.length - taken.length }
      reading += taken.length
      let ready = 0
      const { ids, done } = jobs.addFiles(
        taken.map((source) =>
          fileOf(source, () => {
            ready += 1
          }),
        ),
      )
      return {
        ids,
        done: done.finally(() => {
          reading -= taken.length
          // A single file is announced by name.
          if (ready > 1) announce(strings.files.ready(ready))
        }),
      }
    },
  }
}

type Failure = Exclude<Awaited<ReturnType<PicturesStore['prepareNew']>>, PreparedPicture>['code']

function refusalOf(code: Exclude<Failure, 'cancelled'>): Refusal {
  if (code === 'unavailable' || code === 'unexpected') return { kind: 'not-prepared' }
  return { kind: code }
}

/** Returns the name without the extension, unless it has nothing else. */
const titleOf = (name: string): string => name.replace(/(.)\.svgz?$/i, '$1').trim() || strings.untitled
