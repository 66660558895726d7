/** Wakes the feeds of a connection when something was appended through it; another process's appends are found by polling. */
const sleepers = new WeakMap<object, Set<() => void>>()

export const appended = (connection: object): void => {
  const waiting = sleepers.get(connection)
  if (!waiting) return
  for (const wake of waiting) wake()
}

/** Resolves at the next append through this connection, at `signal`, or after `atMostMs`. */
export const nextAppend = (connection: object, atMostMs: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const waiting = sleepers.get(connection) ?? new Set()
    sleepers.set(connection, waiting)
    const wake = (): void => {
      clearTimeout(timer)
      waiting.delete(wake)
      signal.removeEventListener('abort', wake)
      resolve()
    }
    // biome-ignore lint/style/noRestrictedGlobals: the feeds of all adapters sleep here, and nothing else calls it
    const timer = setTimeout(wake, atMostMs)
    waiting.add(wake)
    signal.addEventListener('abort', wake)
    if (signal.aborted) wake()
  })
