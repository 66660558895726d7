/** The only place that asks the browser for time, chance and identity; everything else is handed what it needs. */

/** Milliseconds since the page was opened: never set back, and no calendar, which a demo's host may move. */
export const elapsedMs = (): number => performance.now()

export const newId = (): string => crypto.randomUUID()

/** From 0 to below 1. */
export const chance = (): number => Math.random()

/** Resolves after `ms`, or at once when `stop` fires. */
export const pause = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stop.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      stop.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    stop.addEventListener('abort', done)
  })

/** The viewer's languages, the preferred one first. */
export const languages = (): readonly string[] => navigator.languages

export const reload = (): void => location.reload()

/** A line that both sides talk on. */
export const connect = (url: string, protocols: readonly string[]): WebSocket => new WebSocket(url, [...protocols])
