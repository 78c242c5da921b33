import type { PrepareOptions, Stage } from '../../vector/prepare'
import type { Outcome, Report } from '../../worker/messages'
import type { Runner } from './preparer'

/** Time in ms after which a worker that is not ready counts as blocked. */
const TIMEOUT = 3000

/** The global that the worker's script defines. */
interface VectorScript {
  readonly work: (text: string, options: PrepareOptions) => Generator<Stage, Outcome, void>
}

/**
 * Opens a runner in a worker, or on the panel's own thread with pauses between the stages if workers are blocked. The worker
 * starts from a data: URL, because one from a blob: URL does not start in Figma.
 */
export async function openRunner(source: string): Promise<Runner> {
  return (await workerRunner(source)) ?? pageRunner(source)
}

function workerRunner(source: string): Promise<Runner | null> {
  return new Promise((resolve) => {
    let worker: Worker
    try {
      worker = new Worker(
        `data:text/javascript;charset=utf-8,${encodeURIComponent(`${source}\nvector.serve(self)`)}`,
      )
    } catch {
      return resolve(null)
    }
    const fail = () => {
      worker.terminate()
      resolve(null)
    }
    const timer = setTimeout(fail, TIMEOUT)
    worker.onerror = fail
    let finish: ((outcome: Outcome) => void) | null = null
    let announce: ((stage: Stage) => void) | null = null
    worker.onmessage = ({ data }: MessageEvent<Report>) => {
      if (data.type === 'stage') return announce?.(data.stage)
      if (data.type === 'done') return finish?.(data.outcome)
      clearTimeout(timer)
      worker.onerror = ({ message }) => finish?.({ ok: false, code: 'unexpected', message })
      resolve({
        run: (task, onStage) =>
          new Promise((done) => {
            finish = done
            announce = onStage
            worker.postMessage(task)
          }),
        close: () => worker.terminate(),
      })
    }
  })
}

/** Yields to the page before each stage. */
const pause = () => new Promise((resolve) => setTimeout(resolve))

function pageRunner(source: string): Runner {
  const script = document.createElement('script')
  script.textContent = source
  document.head.append(script)
  const { work } = (globalThis as unknown as { readonly vector: VectorScript }).vector
  let isClosed = false
  return {
    async run({ text, options }, onStage) {
      const stages = work(text, options)
      for (;;) {
        await pause()
        // It was closed meanwhile.
        if (isClosed) return { ok: false, code: 'unexpected', message: 'closed' }
        const { done, value } = stages.next()
        if (done) return value
        onStage(value)
      }
    },
    close() {
      isClosed = true
    },
  }
}
