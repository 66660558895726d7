import { createHmac } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finished } from './finish.ts'
import type { World } from './world.ts'

/**
 * Writes the proof of a finished move: what was captured, copied and verified, the waits, and what comparing reads found. `signature` is
 * HMAC-SHA256 (hex) under the deployment's secret over the JSON text of `report`, as it stands in the file's first line.
 */
export const writeReport = async (
  { folder, service, from, to, clock }: World,
  { tenant, epoch, strays, state }: Finished,
  secret: string,
): Promise<string> => {
  const report = JSON.stringify({
    service: service.name,
    tenant,
    from: from.name,
    to: to.name,
    epoch,
    finished: clock.now(),
    strays,
    ...state,
  })
  const file = join(folder, `finished-${service.name}-${tenant}-${epoch}.json`)
  await writeFile(file, `${report}\n${JSON.stringify({ signature: signatureOf(report, secret) })}\n`, { mode: 0o600 })
  return file
}

export const signatureOf = (report: string, secret: string): string =>
  createHmac('sha256', secret).update(report).digest('hex')
