/** How often a live connection's token is looked at again. */
export const TOKEN_CHECK_MS = 60_000

/** Aborted with `stop`, or soon after the token has expired or was revoked. */
export const whileAllowed = (stop: AbortSignal, isAllowed: () => Promise<boolean>): AbortSignal => {
  if (stop.aborted) return stop
  const ended = new AbortController()
  const check = setInterval(async () => {
    if (!(await isAllowed())) ended.abort()
  }, TOKEN_CHECK_MS)
  const both = AbortSignal.any([stop, ended.signal])
  both.addEventListener('abort', () => clearInterval(check))
  return both
}
