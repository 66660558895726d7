import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import type { ViewDocument, ViewRows } from '@awayday/event-sourcing'
import type { Given } from '@awayday/event-sourcing/contracts'
import type { Instant, TenantId } from '@awayday/kernel'
import type { DirectoryViews } from './directory-views.port.ts'

/** The view only reads; what it reads is written by projections, through the rows of its table. */
type Read = DirectoryViews & { readonly rows: ViewRows }

const place = { from: '2026-01-01', team: 't1', location: 'l1', department: null, labels: [], approver: null }
const employed = { places: [place], lastDay: null }
const lisbon = { name: 'Lisbon', country: 'PT', zone: 'Europe/Lisbon' }

const write = ({ rows }: Read, tenant: TenantId, id: string, doc: ViewDocument) =>
  rows.save(tenant, { id, version: 1, doc }, undefined)
const remove = ({ rows }: Read, tenant: TenantId, id: string) =>
  rows.save(tenant, { id, version: 2, purgeAt: '2099-01-01T00:00:00.000Z' as Instant }, 1)
const byId = <T extends { readonly id: string } | { readonly person: string }>(all: readonly T[]): readonly T[] =>
  all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

export const directoryViewsContract: Contract<Read, Given> = {
  'an unknown company has nobody and nothing': async (views, { tenant }) => {
    assert.deepEqual(await views.people(tenant()), [])
    assert.deepEqual(await views.teams(tenant()), [])
    assert.deepEqual(await views.departments(tenant()), [])
    assert.deepEqual(await views.locations(tenant()), [])
  },

  'a person is all that lies beside their place': async (views, { tenant }) => {
    await write(views, tenant(), 'person/ana/place', { ...employed, lastDay: '2026-06-30' })
    await write(views, tenant(), 'person/ben/admin', {})
    await write(views, tenant(), 'person/ben/place', employed)
    await write(views, tenant(), 'person/ben/roles', { roles: ['approver'] })
    assert.deepEqual(byId(await views.people(tenant())), [
      { person: 'ana', places: [place], lastDay: '2026-06-30', roles: ['employee'] },
      { person: 'ben', places: [place], lastDay: null, roles: ['employee', 'approver', 'admin'] },
    ])
  },

  'whoever has no place yet is nobody': async (views, { tenant }) => {
    await write(views, tenant(), 'person/ana/roles', { roles: ['approver'] })
    await write(views, tenant(), 'person/ana/admin', {})
    assert.deepEqual(await views.people(tenant()), [])
  },

  'what was removed is not seen': async (views, { tenant }) => {
    await write(views, tenant(), 'person/ana/place', employed)
    await write(views, tenant(), 'person/ana/admin', {})
    await remove(views, tenant(), 'person/ana/admin')
    assert.deepEqual(await views.people(tenant()), [{ person: 'ana', ...employed, roles: ['employee'] }])
  },

  'what was replaced is seen as it is now': async (views, { tenant }) => {
    await write(views, tenant(), 'person/ana/place', employed)
    const leaving = { ...employed, lastDay: '2026-06-30' }
    await views.rows.save(tenant(), { id: 'person/ana/place', version: 2, doc: leaving }, 1)
    assert.deepEqual(await views.people(tenant()), [{ person: 'ana', ...leaving, roles: ['employee'] }])
  },

  'people, teams, departments and locations are apart': async (views, { tenant }) => {
    await write(views, tenant(), 'location/l1', lisbon)
    await write(views, tenant(), 'person/ana/place', employed)
    await write(views, tenant(), 'team/t1', { name: 'Zoë’s 👩‍🚀' })
    await write(views, tenant(), 'department/d1', { name: 'Sales', parent: 'd0', head: 'ana' })
    assert.deepEqual(await views.teams(tenant()), [{ id: 't1', name: 'Zoë’s 👩‍🚀' }])
    assert.deepEqual(await views.departments(tenant()), [{ id: 'd1', name: 'Sales', parent: 'd0', head: 'ana' }])
    assert.deepEqual(await views.locations(tenant()), [{ id: 'l1', ...lisbon }])
    assert.equal((await views.people(tenant())).length, 1)
  },

  'companies and people whose names run together are apart': async (views, { tenant }) => {
    for (const person of ['a', 'a-b', 'a_b', 'ab']) await write(views, tenant(), `person/${person}/place`, employed)
    await write(views, tenant(), 'person/a/admin', {})
    await write(views, tenant('a'), 'person/other/place', employed)
    await write(views, tenant('-a'), 'team/t1', { name: 'Another' })
    const roles = (await views.people(tenant())).map(({ person, roles }) => [person, roles.at(-1)])
    const expected = { a: 'admin', 'a-b': 'employee', a_b: 'employee', ab: 'employee' }
    assert.deepEqual(Object.fromEntries(roles), expected)
    assert.deepEqual(await views.teams(tenant()), [])
  },

  'a company of many pages is seen whole': async (views, { tenant }) => {
    const places = Array.from({ length: 90 }, (_, n) => ({ ...place, team: `${n}`.padStart(64, '0') }))
    const ids = Array.from({ length: 101 }, (_, n) => `p${n}`)
    await Promise.all(ids.map((id) => write(views, tenant(), `person/${id}/place`, { places, lastDay: null })))
    const people = await views.people(tenant())
    assert.deepEqual(people.map(({ person }) => person).toSorted(), ids.toSorted())
    assert.ok(people.every((one) => one.places.length === 90))
  },
}
