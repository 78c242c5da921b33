import { type Channel, openChannel } from '../../protocol/channel'
import { codeContract, uiContract } from '../../protocol/contract'
import { parentTransport, timers } from './transport'

/** The panel's end of the channel to the sandbox. */
export type Sandbox = Channel<typeof uiContract, typeof codeContract>

/** Time-out of requests to the sandbox, in ms. Importing pictures has its own. */
const TIMEOUT = 15_000

/** Opens the channel. `onFault` is called for errors outside of requests, on either side. */
export function openSandbox(onFault: (description: string) => void): Sandbox {
  const channel: Sandbox = openChannel({
    transport: parentTransport,
    timers,
    mine: uiContract,
    handlers: {},
    theirs: codeContract,
    timeout: TIMEOUT,
    onFault,
  })
  channel.on('fault', ({ message }) => onFault(message))
  return channel
}
