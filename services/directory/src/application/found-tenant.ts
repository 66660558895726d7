import { type CommandMeta, handle } from '@awayday/event-sourcing'
import { company } from '#domain/company.ts'
import type { World } from '#ports/world.ts'
import { companyCodec } from '#wire/events.ts'
import { companyStream } from './streams.ts'

/** Makes a company known here; once more is harmless. For whoever runs the product: no request of a person ever does this. */
export const foundTenant = (world: World) => async (meta: CommandMeta, name: string) => {
  await world.tenants.settle(meta.tenant, world.home)
  await world.mailSecrets.of(meta.tenant)
  return handle(world, company, companyCodec)(companyStream(meta.tenant), meta, () => ({ type: 'Found', name }))
}
