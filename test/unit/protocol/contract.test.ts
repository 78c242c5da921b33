import { expectTypeOf, it } from 'vitest'
import type { Channel, Handlers } from '../../../src/protocol/channel'
import type { codeContract, uiContract } from '../../../src/protocol/contract'

type Panel = Channel<typeof uiContract, typeof codeContract>

/** Checked by the compiler: a wrong call of the channel must not build. Never run. */
function mustNotCompile(panel: Panel): void {
  // @ts-expect-error there is no such request
  void panel.request('picture.delete', {})
  // @ts-expect-error the parameters lack a name
  void panel.request('picture.insert', { svg: '<svg/>', width: 1, height: 1 })
  // @ts-expect-error a width is a number
  void panel.request('picture.insert', { svg: '<svg/>', name: 'x', width: '1', height: 1 })
  // @ts-expect-error the panel emits no such event
  panel.emit('fault', { message: '' })
  // @ts-expect-error a window size needs a height
  panel.emit('window.resize', { width: 400 })
  // @ts-expect-error the sandbox emits no such event
  panel.on('window.resize', () => undefined)
  const insert: Handlers<typeof codeContract>['picture.insert'] =
    // @ts-expect-error a handler must return what the contract says
    () => ({ nodeId: 1, layers: 1 })
  void insert
}

it('wrong calls are compile errors', () => {
  expectTypeOf(mustNotCompile).toBeFunction()
})
