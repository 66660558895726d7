import type { TenantId } from '@awayday/kernel'
import type { PlainRecords } from '@awayday/plain-records'
import type { MailSecrets } from '#ports/mail-secrets.port.ts'

const record = { kind: 'secret', id: 'mail' } as const

/** `unguessable`: 256 bits as text. */
export const recordedMailSecrets = (records: PlainRecords, unguessable: () => string): MailSecrets => {
  const known = async (tenant: TenantId): Promise<string | undefined> => {
    const found = await records.load(tenant, record.kind, record.id)
    if (found && !found.data) throw new Error('the mail secret of this company was purged')
    return (found?.data as { readonly secret: string } | undefined)?.secret
  }
  return {
    async of(tenant) {
      const there = await known(tenant)
      if (there) return there
      const secret = unguessable()
      if (await records.save(tenant, { ...record, data: { secret } }, 0)) return secret
      return (await known(tenant)) ?? this.of(tenant)
    },
  }
}
