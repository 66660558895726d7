import { type StreamId, sameStream, stream } from '@awayday/event-sourcing'
import type { TenantId } from '@awayday/kernel'
import { company } from '#domain/company/company.ts'
import { companyCodec } from '#wire/company-events.ts'
import { toldStream } from '../told-stream.ts'

/** All settings of a company have one order, so one stream holds them (docs/adr/0010-one-stream-of-settings.md). */
export const companyStream = (tenant: TenantId): StreamId => stream(tenant, 'company', 'settings')

export const isCompanyStream = (stream: StreamId): boolean => sameStream(stream, companyStream(stream.tenant))

/** What a company has saved until this moment. */
export const tellCompany = toldStream(companyStream, company, companyCodec)
