import { renderToString } from 'preact-render-to-string'
import { encode } from '../../protocol/wire'
import { strings } from '../../strings'
import { App } from '../app'
import { createPanel, type Opens } from '../panel'
import { browserClock, browserFetch } from '../platform/network'
import { load } from './load'

/** One of its own kind, before there is a channel. */
const REQUEST = encode({ kind: 'request', id: 'opening', name: 'panel.load', params: {} }) as {
  readonly id: string
}

/**
 * What stands in the page before the panel's script runs, as HTML: the panel as it is while nothing is known yet, and the script that
 * waits for the panel's own. Made when the plugin is built. `relay` is the origin of one, or null: where the key goes is said at once.
 */
export const renderShells = (relay: string | null): Readonly<Record<Opens, string>> => ({
  create: frame('create', relay),
  'first-run': frame('first-run', relay),
})

function frame(opens: Opens, relay: string | null): string {
  const silence = () => new Promise<never>(() => undefined)
  const panel = createPanel({
    sandbox: { request: silence, emit: () => undefined, on: () => () => undefined, close: () => undefined },
    fetch: browserFetch,
    clock: browserClock,
    relay,
    opens,
    version: '',
    repository: null,
  })
  const html = renderToString(<App panel={panel} onResize={() => undefined} />)
  return `<div id="panel" data-opens="${opens}">${html}</div><script>(${load})(${JSON.stringify(REQUEST)},${JSON.stringify({ late: strings.startsLate, failed: strings.notStarted })})</script>`
}
