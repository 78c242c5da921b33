import type { Handlers } from '../../protocol/channel'
import type { FactGroup, Finding } from '../../protocol/check'
import type { codeContract } from '../../protocol/contract'
import type { Capabilities } from '../capabilities'
import { tryCanvas } from './canvas'
import { measureImport } from './import'
import { removeLeftovers } from './leftovers'
import { trySpeed } from './speed'
import { tryStorage } from './storage'
import { openTestPage, type TestPage } from './test-page'
import { tryUndo } from './undo'

interface CheckOptions {
  readonly capabilities: Capabilities
  readonly pause: () => Promise<void>
  readonly sleep: (ms: number) => Promise<void>
}

type CheckHandlers = Pick<Handlers<typeof codeContract>, 'check.run' | 'check.stop' | 'check.known'>

/** The sandbox's part of *Check this installation*: one request per group, so that the editor can do other work in between. */
export function createCheck(figma: PluginAPI, { capabilities, pause, sleep }: CheckOptions) {
  let stops = 0
  const pages: TestPage[] = []

  const openPage = () => {
    const page = openTestPage(figma)
    pages.push(page)
    return page
  }

  async function onPage(probe: (page: TestPage) => Finding[] | Promise<Finding[]>): Promise<Finding[]> {
    const page = openPage()
    try {
      return await probe(page)
    } finally {
      page.remove()
    }
  }

  const groups: Readonly<Record<FactGroup, (isStopped: () => boolean) => Promise<readonly Finding[]>>> = {
    storage: (isStopped) => tryStorage(figma.clientStorage, { pause, isStopped }),
    import: () => onPage((page) => measureImport(figma, page.take)),
    canvas: () => onPage((page) => tryCanvas(figma, page)),
    undo: () => tryUndo(figma, { openPage, sleep }),
    speed: async (isStopped) => [await trySpeed(figma, { capabilities, openPage, pause, isStopped })],
  }

  const handlers: CheckHandlers = {
    async 'check.run'({ group }) {
      const before = stops
      const findings = await groups[group](() => stops !== before)
      await capabilities.take(findings)
      return { findings: [...findings] }
    },
    'check.stop': async () => {
      stops += 1
      await removeLeftovers(figma.clientStorage)
      return {}
    },
    'check.known': () => ({ facts: capabilities.known() }),
  }

  return {
    handlers,
    /** Removes the test layers. Call it when the plugin closes. */
    discard: () => {
      for (const page of pages) page.remove()
    },
  }
}
