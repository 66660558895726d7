import type { Instant, PersonId } from '@awayday/kernel'
import type { PlainRecords } from '@awayday/plain-records'
import type { Note, Notes } from '#ports/notes.port.ts'

const kind = 'note'

/** `since`: loose since that instant; null: an event names it. */
type Data = Note & { readonly since: Instant | null }

export const recordedNotes = (records: PlainRecords): Notes => ({
  async write(tenant, id, { person, text }, at) {
    for (;;) {
      const record = await records.load(tenant, kind, id)
      const there = record?.data as Data | undefined
      if (there?.since === null) return
      const data: Data = { person, text: there?.text ?? text, since: at }
      if (await records.save(tenant, { kind, id, data }, record?.rev ?? 0)) return
    }
  },

  async read(tenant, ids) {
    const found = await Promise.all(ids.map((id) => records.load(tenant, kind, id)))
    return new Map(found.flatMap((record) => (record?.data ? [[record.id, (record.data as Data).text]] : [])))
  },

  async *loose(tenant, before) {
    for await (const { id, rev, data } of records.list(tenant, kind)) {
      const { person, since } = (data ?? { since: null }) as { readonly person: PersonId; since: Instant | null }
      if (since !== null && since < before) yield { id, person, rev }
    }
  },

  async keep(tenant, { id, rev }) {
    const record = await records.load(tenant, kind, id)
    if (!record?.data || record.rev !== rev) return false
    return records.save(tenant, { kind, id, data: { ...record.data, since: null } }, rev)
  },

  forget: (tenant, { id, rev }) => records.save(tenant, { kind, id }, rev),
})
