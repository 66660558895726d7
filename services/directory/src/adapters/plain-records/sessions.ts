import type { TenantId } from '@awayday/kernel'
import type { PlainRecords } from '@awayday/plain-records'
import type { Session, Sessions } from '#ports/sessions.port.ts'

const kind = 'session'

export const recordedSessions = (records: PlainRecords): Sessions => {
  const load = async (tenant: TenantId, id: string) => {
    const record = await records.load(tenant, kind, id)
    return record?.data && { rev: record.rev, session: record.data as Session }
  }
  return {
    async start(tenant, id, { person, createdAt, expiresAt }) {
      const session: Session = { person, createdAt, expiresAt, revoked: false }
      if (!(await records.save(tenant, { kind, id, data: session }, 0))) throw new Error('the id of a session is taken')
    },
    load: async (tenant, id) => (await load(tenant, id))?.session,
    async revoke(tenant, id) {
      // Nothing but revoking ever writes a session again: who loses this race finds it revoked.
      for (let seen = await load(tenant, id); seen && !seen.session.revoked; seen = await load(tenant, id))
        await records.save(tenant, { kind, id, data: { ...seen.session, revoked: true } }, seen.rev)
    },
  }
}
