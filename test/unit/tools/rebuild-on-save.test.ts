import { expect, it } from 'vitest'
import { rebuildOnSave } from '../../../tools/start/rebuild-on-save'

/** A build that ends when the test says so. */
function openDev() {
  const log: string[] = []
  let save = () => {}
  let end = (_error?: Error) => {}
  rebuildOnSave({
    watch(onSave) {
      save = onSave
    },
    settle: async () => undefined,
    build: () =>
      new Promise((resolve, reject) => {
        log.push('build')
        end = (error) => (error ? reject(error) : resolve())
      }),
    onBuilt: () => log.push('reload'),
    onError: (error) => log.push(String(error)),
  })
  const turn = () => new Promise(setImmediate)
  return {
    log,
    async save() {
      save()
      await turn()
    },
    async end(error?: Error) {
      end(error)
      await turn()
    },
  }
}

it('saves during a build cause one more build, and the page loads only the last one', async () => {
  const dev = openDev()
  await dev.save()
  await dev.save()
  await dev.save()
  await dev.end()
  expect(dev.log).toEqual(['build', 'build'])
  await dev.end()
  expect(dev.log).toEqual(['build', 'build', 'reload'])
})

it('a failed build is reported, and the next save builds again', async () => {
  const dev = openDev()
  await dev.save()
  await dev.end(new Error('no semicolon'))
  await dev.save()
  await dev.end()
  expect(dev.log).toEqual(['build', 'Error: no semicolon', 'build', 'reload'])
})
