/** Options of {@link rebuildOnSave}. Rejections of `build` are passed to `onError`, and the next save starts a new build. */
export interface RebuildOptions {
  /** Starts watching. Must call `onSave` for every saved file. */
  readonly watch: (onSave: () => void) => void
  readonly build: () => Promise<void>
  readonly onBuilt: () => void
  readonly onError: (error: unknown) => void
  /** Resolves when all files of one save have been written. */
  readonly settle: () => Promise<void>
}

/** Builds after every save, one build at a time. Saves during a build cause one more build. */
export function rebuildOnSave({ watch, build, onBuilt, onError, settle }: RebuildOptions): void {
  let isStale = false
  let isBuilding = false
  watch(async () => {
    isStale = true
    if (isBuilding) return
    isBuilding = true
    while (isStale) {
      await settle()
      isStale = false
      try {
        await build()
        if (!isStale) onBuilt()
      } catch (error) {
        onError(error)
      }
    }
    isBuilding = false
  })
}
