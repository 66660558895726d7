import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { StoreName } from '@awayday/event-sourcing'

/** Fills a store in a process of its own: what that takes is not the verifier's memory. */
export const filled = async (
  env: Readonly<Record<string, string>>,
  store: StoreName,
  service: string,
  streams: number,
): Promise<void> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fill.ts'), store, service, String(streams)], {
    env: { ...process.env, ...env, AWAYDAY_STORE: store },
    stdio: 'inherit',
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${store} was not filled`)
}
