import type { Db } from 'mongodb'
import { commandId } from '../../command.ts'
import { type CommandRegistry, expiryOf, notedAt, REGISTRY_DAYS } from '../../command-registry.port.ts'
import { MAJORITY, madeNew, standing } from './answered.ts'
import { type ControlKey, type RegistryDocument, ttl } from './documents.ts'

/** In the control collection. A row that has expired counts as gone, whether the TTL index has removed it or not. */
export const mongoCommandRegistry = (db: Db, collection: string): CommandRegistry => {
  const rows = db.collection<RegistryDocument>(collection, MAJORITY)

  return {
    async note(key, use, at) {
      const _id: ControlKey = { kind: 'registry', tenant: key.tenant, name: commandId(key) }
      const row = { ...use, expires: expiryOf(at), ttl: ttl(expiryOf(at), REGISTRY_DAYS) }
      // Replaces an expired row, makes a missing one, and meets the unique key where one stands.
      const noted = await madeNew('registry', () =>
        rows.updateOne({ _id, expires: { $lte: at } }, { $set: row }, { upsert: true }),
      )
      if (noted) return { first: use, at, again: false }
      const { digest, stream, expires } = await standing('registry', () => rows.findOne({ _id }))
      return { first: { digest, stream }, at: notedAt(expires), again: true }
    },
  }
}
