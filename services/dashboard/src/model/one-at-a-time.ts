/** Runs again, once, when asked while it runs: of a burst of reasons to read, the first and the last are enough. */
export const oneAtATime = (run: () => Promise<void>): (() => Promise<void>) => {
  let underway: Promise<void> | undefined
  let again = false
  const runAll = async (): Promise<void> => {
    try {
      do {
        again = false
        await run()
      } while (again)
    } finally {
      underway = undefined
    }
  }
  return () => {
    again = true
    underway ??= runAll()
    return underway
  }
}
