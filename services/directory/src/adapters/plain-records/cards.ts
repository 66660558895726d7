import type { PersonId } from '@awayday/kernel'
import type { PlainRecords } from '@awayday/plain-records'
import type { Cards, WrittenCard } from '#ports/cards.port.ts'

const kind = 'card'

export const recordedCards = (records: PlainRecords): Cards => ({
  async load(tenant, person) {
    const record = await records.load(tenant, kind, person)
    if (!record) return { rev: 0 }
    return record.data ? { rev: record.rev, card: record.data as WrittenCard } : { rev: record.rev }
  },
  save: (tenant, person, { name, mail, writtenAt }, seen) =>
    records.save(tenant, { kind, id: person, data: { name, mail, writtenAt } }, seen),
  purge: (tenant, person, seen) => records.save(tenant, { kind, id: person }, seen),
  async *all(tenant) {
    for await (const { id, rev, data } of records.list(tenant, kind))
      if (data) yield { person: id as PersonId, rev, card: data as WrittenCard }
  },
})
