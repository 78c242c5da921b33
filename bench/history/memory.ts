import type { CDPSession, Frame, Page } from 'playwright-core'

export interface Memory {
  /** Bytes of JavaScript in use. */
  readonly heap: number
  readonly nodes: number
}

/** What the panel's process holds after everything that nobody needs was collected. */
export async function memoryOf(page: Page, frame: Frame): Promise<Memory> {
  // A frame of origin null may have a process of its own.
  const session: CDPSession = await page
    .context()
    .newCDPSession(frame)
    .catch(() => page.context().newCDPSession(page))
  // What the first one finds may let go of more.
  for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes } = await session.send('Memory.getDOMCounters')
  await session.detach()
  return { heap: usedSize, nodes }
}
