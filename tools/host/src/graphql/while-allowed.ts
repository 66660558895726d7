import type { EventEmitter } from 'node:events'

/** How often a live connection's token is looked at again. */
export const TOKEN_CHECK_MS = 60_000

/** Aborted when the connection closes, or soon after its token has expired or was revoked. */
export const whileAllowed = (connection: EventEmitter, isAllowed: () => Promise<boolean>): AbortSignal => {
  const ended = new AbortController()
  const check = setInterval(async () => {
    if (!(await isAllowed())) ended.abort()
  }, TOKEN_CHECK_MS)
  connection.once('close', () => ended.abort())
  ended.signal.addEventListener('abort', () => clearInterval(check))
  return ended.signal
}
