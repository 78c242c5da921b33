import { renderToString } from 'preact-render-to-string'
import { encode } from '../../protocol/wire'
import { strings } from '../../strings'
import { App } from '../app'
import { createPanel, type InitialView } from '../panel'
import { browserClock, browserFetch } from '../platform/network'
import { load } from './load'

/** Has a fixed id, because there is no channel yet. */
const REQUEST = encode({ kind: 'request', id: 'opening', name: 'panel.load', params: {} }) as {
  readonly id: string
}

/**
 * Renders the opening shells: the panel's first views as HTML, before any data is loaded, with the script that loads the panel's.
 * Called by the build. `relay`: the relay's origin, or null; the view says where the key is sent.
 */
export const renderShells = (relay: string | null): Readonly<Record<InitialView, string>> => ({
  create: frame('create', relay),
  'first-run': frame('first-run', relay),
})

function frame(opens: InitialView, relay: string | null): string {
  const silence = () => new Promise<never>(() => undefined)
  const panel = createPanel({
    sandbox: { request: silence, emit: () => undefined, on: () => () => undefined, close: () => undefined },
    fetch: browserFetch,
    clock: browserClock,
    relay,
    opens,
    version: '',
    repository: null,
    news: [],
  })
  const html = renderToString(<App panel={panel} onResize={() => undefined} />)
  return `<div id="panel" data-opens="${opens}">${html}</div><script>(${load})(${JSON.stringify(REQUEST)},${JSON.stringify({ late: strings.startsLate, failed: strings.notStarted })})</script>`
}
