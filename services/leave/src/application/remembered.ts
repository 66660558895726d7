import type { TenantId } from '@awayday/kernel'
import type { DocumentHash } from '#domain/person/ids.ts'
import type { World } from '#ports/world.ts'
import * as wire from '#wire/documents.ts'
import { recent } from './recent.ts'

/** Documents of one kind, read and resolved; throws where one is not there: a fact without its document is a defect. */
type Reader<Document> = (
  world: Pick<World, 'documents'>,
  tenant: TenantId,
  hashes: readonly DocumentHash[],
) => Promise<readonly (readonly [DocumentHash, Document])[]>

/** Documents never change, so what was read once, or is being read, is kept: so many of all companies and each kind. */
const KEPT = 5_000

const remembered = <Document>(read: (text: string) => Document): Reader<Document> => {
  const keptFrom = recent<Promise<Document>>(KEPT)
  return ({ documents }, tenant, hashes) => {
    const kept = keptFrom(documents)
    const known = hashes.map((hash) => [hash, kept.get(`${tenant} ${hash}`)] as const)
    const missing = known.flatMap(([hash, document]) => (document === undefined ? [hash] : []))
    const found = missing.length > 0 ? documents.read(tenant, missing) : undefined
    const fetched = async (hash: DocumentHash): Promise<Document> => {
      const text = (await found)?.get(hash)
      if (text === undefined) throw new Error(`there is no document ${hash}`)
      return read(text)
    }
    const fetching = (hash: DocumentHash): Promise<Document> => {
      const document = fetched(hash)
      kept.set(`${tenant} ${hash}`, document)
      document.catch(() => kept.drop(`${tenant} ${hash}`))
      return document
    }
    return Promise.all(known.map(async ([hash, document]) => [hash, await (document ?? fetching(hash))] as const))
  }
}

export const policies = remembered(wire.readPolicy)
export const schedules = remembered(wire.readSchedule)
export const calendars = remembered(wire.readCalendar)
export const leaveTypes = remembered(wire.readLeaveTypes)
export const rules = remembered(wire.readRules)
export const approvals = remembered(wire.readApproval)
