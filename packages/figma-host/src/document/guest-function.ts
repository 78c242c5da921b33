/** A function of the plugin's. Calling it runs it inside the sandbox; what it throws there is thrown here. */
export type GuestFunction = (...args: unknown[]) => unknown
