/** A function of the plugin. Calling it runs it inside the sandbox; errors it throws are rethrown here. */
export type GuestFunction = (...args: unknown[]) => unknown
