/** What {@link rebuildOnSave} needs. Rejections of `build` go to `onError`, and the next save is tried again. */
export interface RebuildOptions {
  /** Calls back for every file that is saved. */
  readonly watch: (onSave: () => void) => void
  readonly build: () => Promise<void>
  readonly onBuilt: () => void
  readonly onError: (error: unknown) => void
  /** Resolves when the files of one save have all been written. */
  readonly settle: () => Promise<void>
}

/** Builds after every save, one build at a time: saves while it builds lead to one more build. */
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
