/** Keys of what the check stores temporarily. */
export const TEXT = 'check/text'
export const BYTES = 'check/bytes'
export const FILL = 'check/fill'

/** Whether an interrupted check left the storage filled. Never rejects. */
export const hasLeftovers = (storage: ClientStorageAPI): Promise<boolean> =>
  storage.keysAsync().then(
    (keys) => keys.includes(FILL),
    () => false,
  )

/** Deletes what a check has stored. Never rejects. */
export async function removeLeftovers(storage: ClientStorageAPI): Promise<void> {
  for (const key of [FILL, BYTES, TEXT]) await storage.deleteAsync(key).catch(() => undefined)
}
