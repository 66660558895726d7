/** What this page knows to have happened already, so that it never shows anything older. */
export const freshness = () => {
  let version = 0
  let decided: ReadonlySet<string> = new Set()
  return {
    /** The newest version of the viewer's own stream that was heard of; reads ask for at least this. */
    version: (): number => version,
    raise: (to: number): void => {
      version = Math.max(version, to)
    },
    /** Requests that the viewer has decided: they never wait again, whatever a slow view says. */
    isDecided: (request: string): boolean => decided.has(request),
    decide: (request: string): void => {
      decided = new Set([...decided, request])
    },
    reset: (): void => {
      version = 0
      decided = new Set()
    },
  }
}
