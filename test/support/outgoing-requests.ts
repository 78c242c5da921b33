import type { Page } from 'playwright-core'

/** Returns all addresses that the page requests over the network from now on. */
export function recordRequests(page: Page): string[] {
  const addresses: string[] = []
  page.on('request', (request) => {
    if (/^(https?|wss?|ftp):/.test(request.url())) addresses.push(request.url())
  })
  return addresses
}
