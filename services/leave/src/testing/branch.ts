import { type Actor, type PersonId, parsePersonId, parseTenantId, type Role } from '@awayday/kernel'
import { day, joins, type Office, settled, told } from './office.ts'

/** A company like any other of this kind: the same people by the same ids, who came and moved on the same days. */
export const branch = async (world: Office['world'], clock: Office['clock'], name: string): Promise<Office> => {
  const tenant = parseTenantId(name)
  if (!tenant) throw new Error(`not a tenant: ${name}`)
  const actor = (person: string, ...roles: readonly Role[]): Actor => ({
    tenant,
    person: idOf(person),
    roles: ['employee', ...roles],
  })
  const office = {
    world,
    clock,
    tenant,
    ana: actor('ana'),
    ben: actor('ben', 'approver'),
    clara: actor('clara', 'admin'),
    dora: actor('dora'),
  }
  const { ana, ben, clara, dora } = office
  await joins(office, clara, null, '2024-03-01')
  await joins(office, ben, clara.person, '2025-01-01')
  await joins(office, ana, ben.person, '2025-02-10')
  await joins(office, dora, ben.person, '2026-01-01')
  await told(office, `person/${dora.person}@2.0`, {
    type: 'PersonMoved',
    person: dora.person,
    from: day('2026-03-01'),
    team: 'sales',
    location: 'berlin',
    country: 'DE',
    zone: 'Europe/Berlin',
    department: null,
    labels: [],
    approver: ben.person,
  })
  await settled(office)
  return office
}

const idOf = (text: string): PersonId => {
  const id = parsePersonId(text)
  if (!id) throw new Error(`not an id: ${text}`)
  return id
}
