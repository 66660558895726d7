import { eventsIn, type StreamId, sameStream, stream, whole } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { company, type State } from '#domain/company/company.ts'
import type { World } from '#ports/world.ts'
import { companyCodec } from '#wire/company-events.ts'

/** All settings of a company have one order, so one stream holds them (docs/adr/0010-one-stream-of-settings.md). */
export const companyStream = (tenant: TenantId): StreamId => stream(tenant, 'company', 'settings')

export const isCompanyStream = (stream: StreamId): boolean => sameStream(stream, companyStream(stream.tenant))

/** What a company has saved until this moment. */
export const tellCompany = async ({ store }: Pick<World, 'store'>, tenant: TenantId): Promise<State> => {
  const { records } = await whole(store, companyStream(tenant))
  return records.flatMap((record) => eventsIn(record, companyCodec)).reduce(company.evolve, company.initial)
}
