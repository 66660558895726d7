import { createHmac } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finished } from './finish.ts'
import type { World } from './world.ts'

/**
 * Writes the proof of a finished move: what was captured, copied and verified, the waits, and what comparing reads found. `signature` is
 * HMAC-SHA256 (hex) under the deployment's secret over the JSON text of `report`, as it stands in the file's first line.
 */
export const writeReport = async (world: World, finished: Finished, secret: string): Promise<void> => {
  const { service, from, to, clock } = world
  const { tenant, epoch, late, strays, state } = finished
  const report = JSON.stringify({
    service: service.name,
    tenant,
    from: from.name,
    to: to.name,
    epoch,
    finished: clock.now(),
    late,
    strays,
    ...state,
  })
  const signed = `${report}\n${JSON.stringify({ signature: signatureOf(report, secret) })}\n`
  await writeFile(reportOf(world, tenant, epoch), signed, { mode: 0o600 })
}

/** The file it is in. */
export const reportOf = (
  { folder, service }: Pick<World, 'folder' | 'service'>,
  tenant: string,
  epoch: number,
): string => join(folder, `finished-${service.name}-${tenant}-${epoch}.json`)

export const signatureOf = (report: string, secret: string): string =>
  createHmac('sha256', secret).update(report).digest('hex')
