import { once } from 'node:events'
import type { Server } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'

/** On this machine alone, unless told. Rejects with Node's error when the port is taken. */
export const listen = async (server: Server, port: number, host = '127.0.0.1'): Promise<void> => {
  server.listen(port, host)
  await once(server, 'listening')
}

/** Requests under way get this long to be answered. */
const GRACE_MS = 3_000

/** Takes no more requests and waits for those under way; then cuts what is left. */
export const close = async (server: Server): Promise<void> => {
  const ended = new AbortController()
  const closed = once(server, 'close')
  server.close()
  await Promise.race([closed, after(GRACE_MS, undefined, { signal: ended.signal })])
  ended.abort()
  server.closeAllConnections()
}
