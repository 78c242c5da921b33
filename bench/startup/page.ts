import { type Handlers, openChannel } from '../../src/protocol/channel'
import { codeContract, type Settings, uiContract } from '../../src/protocol/contract'
import { selectionOf } from '../../test/support/picture'

/** Time-out for opening a panel, in ms. */
const TIMEOUT_MS = 10_000

/**
 * Loads a panel into the frame. Resolves to the time in ms until its probe (`probe.ts`) reports that it can be typed in. The
 * page plays the sandbox and replies immediately, because the time of Figma's storage does not count. `rest` is what the page
 * loads.
 */
export function open(
  srcdoc: string,
  rest: { readonly source: string; readonly styles: string },
  settings: Settings,
): Promise<number> {
  const frame = document.querySelector('iframe') as HTMLIFrameElement
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the panel did not open')), TIMEOUT_MS)
    addEventListener('message', ({ data, source }) => {
      const at: unknown = data?.pluginMessage?.usableAt
      if (source !== frame.contentWindow || typeof at !== 'number') return
      clearTimeout(late)
      resolve(at - start)
    })
    openChannel({
      transport: {
        send: (pluginMessage) => frame.contentWindow?.postMessage({ pluginMessage }, '*'),
        listen(listener) {
          const onMessage = ({ data, source }: MessageEvent) => {
            if (
              source === frame.contentWindow &&
              data.pluginMessage?.usableAt === undefined &&
              'pluginMessage' in data
            )
              listener(data.pluginMessage)
          }
          addEventListener('message', onMessage)
          return () => removeEventListener('message', onMessage)
        },
      },
      timers: {
        set: (callback, delay) => setTimeout(callback, delay),
        clear: (handle) => clearTimeout(handle as number),
      },
      mine: codeContract,
      handlers: {
        'panel.load': () => rest,
        'settings.load': () => settings,
        'settings.save': () => settings,
        'journal.load': () => ({ jobs: [] }),
        'selection.read': () => selectionOf(),
        'run.read': () => ({ command: 'open' as const, parameters: null, recipe: null }),
        // All requests of a panel while it opens. Any other would fail the measurement.
      } satisfies Partial<Handlers<typeof codeContract>> as unknown as Handlers<typeof codeContract>,
      theirs: uiContract,
      timeout: TIMEOUT_MS,
      onFault: (description) => reject(new Error(description)),
    })
    const start = performance.timeOrigin + performance.now()
    frame.srcdoc = srcdoc
  })
}
