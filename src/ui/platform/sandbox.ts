import { type Channel, openChannel } from '../../protocol/channel'
import { codeContract, uiContract } from '../../protocol/contract'
import { parentTransport, timers } from './transport'

/** The panel's end of the conversation with the sandbox. */
export type Sandbox = Channel<typeof uiContract, typeof codeContract>

/** How long the sandbox may take to answer, in ms; importing a large picture has a limit of its own. */
const TIMEOUT = 15_000

/** Opens the conversation. `onFault` hears of what went wrong outside any request, on either side. */
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
