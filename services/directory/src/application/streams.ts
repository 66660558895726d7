import { type CommandMeta, commandId, newId, type StreamId, stream } from '@awayday/event-sourcing'
import { type PersonId, parsePersonId, type TenantId } from '@awayday/kernel'

/** The directory's streams. */
export const companyStream = (tenant: TenantId): StreamId => stream(tenant, 'tenant', tenant)
export const teamStream = (tenant: TenantId, id: string): StreamId => stream(tenant, 'team', id)
export const locationStream = (tenant: TenantId, id: string): StreamId => stream(tenant, 'location', id)
/** One for all: that they form a tree is a rule about all of them. */
export const departmentsStream = (tenant: TenantId): StreamId => stream(tenant, 'departments', tenant)
export const personStream = (tenant: TenantId, id: PersonId): StreamId => stream(tenant, 'person', id)
export const rolesStream = (tenant: TenantId, id: PersonId): StreamId => stream(tenant, 'roles', id)
/** `hash`: HMAC of the mail, so that a stream's name tells nobody anything. */
export const mailStream = (tenant: TenantId, hash: string): StreamId => stream(tenant, 'mail', hash)

/** The kind of thing a stream is about, and which one. */
export const subjectOf = ({ name }: StreamId): { readonly kind: string; readonly id: string } => {
  const slash = name.indexOf('/')
  return { kind: name.slice(0, slash), id: name.slice(slash + 1) }
}

/** The id of the new thing a command makes: the same in every try, known before its stream is. */
export const newThing = (meta: CommandMeta, kind: 'team' | 'location' | 'department' | 'person'): string =>
  newId(commandId(meta), stream(meta.tenant, kind, 'new'), 0)

export const newPerson = (meta: CommandMeta): PersonId => {
  const person = parsePersonId(newThing(meta, 'person'))
  if (!person) throw new Error('a new id is not an id')
  return person
}
