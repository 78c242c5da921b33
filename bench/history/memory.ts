import type { CDPSession, Frame, Page } from 'playwright-core'

export interface Memory {
  /** Used JavaScript heap in bytes. */
  readonly heap: number
  readonly nodes: number
}

/** Measures the memory of the panel's process after garbage collection. */
export async function memoryOf(page: Page, frame: Frame): Promise<Memory> {
  // A frame with origin null may run in a separate process.
  const session: CDPSession = await page
    .context()
    .newCDPSession(frame)
    .catch(() => page.context().newCDPSession(page))
  // Repeated, because finalizers may release more objects.
  for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes } = await session.send('Memory.getDOMCounters')
  await session.detach()
  return { heap: usedSize, nodes }
}
