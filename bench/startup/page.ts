import { type Handlers, openChannel } from '../../src/protocol/channel'
import { codeContract, type Settings, uiContract } from '../../src/protocol/contract'
import { selectionOf } from '../../test/support/picture'

/** How long the outer page waits for a panel, in ms, before it says that there is none. */
const LONGEST = 10_000

/**
 * Gives a frame its source and resolves with the time until its probe (`probe.ts`) says that it can be typed in, in ms. In the
 * part of the sandbox the page answers at once: what Figma's storage takes is not the panel's. `script` is what makes the
 * panel live, where it is not in the page.
 */
export function open(srcdoc: string, script: string, settings: Settings): Promise<number> {
  const frame = document.querySelector('iframe') as HTMLIFrameElement
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the panel did not open')), LONGEST)
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
          const hear = ({ data, source }: MessageEvent) => {
            if (
              source === frame.contentWindow &&
              data.pluginMessage?.usableAt === undefined &&
              'pluginMessage' in data
            )
              listener(data.pluginMessage)
          }
          addEventListener('message', hear)
          return () => removeEventListener('message', hear)
        },
      },
      timers: {
        set: (callback, delay) => setTimeout(callback, delay),
        clear: (handle) => clearTimeout(handle as number),
      },
      mine: codeContract,
      handlers: {
        'panel.load': () => ({ source: script }),
        'settings.load': () => settings,
        'settings.save': () => settings,
        'journal.load': () => ({ jobs: [] }),
        'selection.read': () => selectionOf(),
        'run.read': () => ({ command: 'open' as const, parameters: null, recipe: null }),
        // All that a panel asks for while it opens; asking for more would end the measurement.
      } satisfies Partial<Handlers<typeof codeContract>> as unknown as Handlers<typeof codeContract>,
      theirs: uiContract,
      timeout: LONGEST,
      onFault: (description) => reject(new Error(description)),
    })
    const start = performance.timeOrigin + performance.now()
    frame.srcdoc = srcdoc
  })
}
