import assert from 'node:assert/strict'
import type { Contract } from '@awayday/contract-testing'
import type { ViewRows } from '@awayday/event-sourcing'
import type { Given } from '@awayday/event-sourcing/contracts'
import { addDays, type Instant, type LocalDate, type PersonId, type TenantId } from '@awayday/kernel'
import { type AwayRow, NOBODY, type WaitingRow } from '#domain/person/rows.ts'
import type { LeaveViews } from './leave-views.port.ts'

/** The questions beside the rows that they are about, as the projection writes them. */
export type Shown = LeaveViews & { readonly rows: ViewRows }

const day = (text: string) => text as LocalDate
const [ana, ben] = ['ana', 'ben'] as unknown as [PersonId, PersonId]

const away = (request: string, first: string, last: string, different: Partial<AwayRow> = {}): AwayRow => ({
  team: 'design',
  person: ana,
  request,
  leaveType: 'vacation',
  status: 'approved',
  first: day(first),
  firstPart: 'whole',
  last: day(last),
  lastPart: 'pm',
  approvers: [ben],
  ...different,
})
const waiting = (request: string, approver: WaitingRow['approver'] = ben): WaitingRow => ({
  approver,
  person: ana,
  request,
  askedOn: day('2026-05-04'),
  cover: false,
})

const idOf = (row: AwayRow | WaitingRow): string =>
  'team' in row
    ? `away/${row.team}/${row.last}/${row.person}/${row.request}`
    : `waiting/${row.approver}/${row.person}/${row.request}`

const show = async ({ rows }: Shown, tenant: TenantId, ...shown: readonly (AwayRow | WaitingRow)[]) => {
  const saved = await Promise.all(shown.map((doc) => rows.save(tenant, { id: idOf(doc), version: 1, doc }, undefined)))
  assert.ok(saved.every(Boolean))
}
const remove = async ({ rows }: Shown, tenant: TenantId, row: AwayRow | WaitingRow) =>
  assert.ok(await rows.save(tenant, { id: idOf(row), version: 2, purgeAt: '2026-05-11T00:00:00.000Z' as Instant }, 1))

const byRequest = (a: { readonly request: string }, b: { readonly request: string }) => (a.request < b.request ? -1 : 1)
const june = async (views: Shown, tenant: TenantId, team = 'design') =>
  [...(await views.awayBetween(tenant, team, day('2026-06-01'), day('2026-06-30')))].sort(byRequest)
const requestsIn = (rows: readonly { readonly request: string }[]) => rows.map(({ request }) => request).sort()

export const leaveViewsContract: Contract<Shown, Given> = {
  'a team that nobody has been away from has an empty calendar': async (views, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    assert.deepEqual(await june(views, tenant), [])
    assert.deepEqual(await views.waitingFor(tenant, ben), [])
  },

  'leave is told as it was written': async (views, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    const rows = [away('r1', '2026-06-02', '2026-06-05'), away('r2', '2026-06-08', '2026-06-08', { status: 'pending' })]
    await show(views, tenant, ...rows)
    assert.deepEqual(await june(views, tenant), rows)
  },

  'one day in common is enough, and none is not': async (views, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    await show(
      views,
      tenant,
      away('ends-before', '2026-05-25', '2026-05-31'),
      away('ends-first', '2026-05-25', '2026-06-01'),
      away('starts-last', '2026-06-30', '2026-07-03'),
      away('starts-after', '2026-07-01', '2026-07-03'),
      away('around', '2026-05-01', '2026-07-31'),
    )
    assert.deepEqual(requestsIn(await june(views, tenant)), ['around', 'ends-first', 'starts-last'])
  },

  'the longest leave is found from its first day to its last': async (views, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    const first = day('2026-01-31')
    await show(views, tenant, away('r1', first, addDays(first, 365)))
    for (const on of [first, day('2026-06-06'), addDays(first, 365)])
      assert.deepEqual(requestsIn(await views.awayBetween(tenant, 'design', on, on)), ['r1'])
  },

  'teams are apart, also when their names run together': async (views, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    for (const team of ['design', 'design-2', 'desig', 'Design'])
      await show(views, tenant, away(team, '2026-06-02', '2026-06-02', { team }))
    assert.deepEqual(requestsIn(await june(views, tenant)), ['design'])
    assert.deepEqual(requestsIn(await june(views, tenant, 'desig')), ['desig'])
  },

  'approvers are apart, and so are those who have none': async (views, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    await show(views, tenant, waiting('r1'), waiting('r2', NOBODY), waiting('r3', 'be' as PersonId))
    assert.deepEqual(await views.waitingFor(tenant, ben), [waiting('r1')])
    assert.deepEqual(await views.waitingFor(tenant, NOBODY), [waiting('r2', NOBODY)])
  },

  'all inboxes of a company are told together, and nothing else': async (views, { tenant: tenantOf }) => {
    const [tenant, other] = [tenantOf(), tenantOf('-b')]
    await show(views, tenant, away('r0', '2026-06-02', '2026-06-05'), waiting('r1'), waiting('r2', NOBODY))
    await show(views, other, waiting('r3'))
    assert.deepEqual([...(await views.waiting(tenant))].sort(byRequest), [waiting('r1'), waiting('r2', NOBODY)])
    await remove(views, tenant, waiting('r1'))
    assert.deepEqual(await views.waiting(tenant), [waiting('r2', NOBODY)])
  },

  'companies are apart': async (views, { tenant: tenantOf }) => {
    const [tenant, other] = [tenantOf(), tenantOf('-b')]
    await show(views, tenant, away('r1', '2026-06-02', '2026-06-05'), waiting('r1'))
    assert.deepEqual([await june(views, other), await views.waitingFor(other, ben)], [[], []])
  },

  'what was removed is not told': async (views, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    const [leave, request] = [away('r1', '2026-06-02', '2026-06-05'), waiting('r1')]
    await show(views, tenant, leave, request)
    await remove(views, tenant, leave)
    await remove(views, tenant, request)
    assert.deepEqual([await june(views, tenant), await views.waitingFor(tenant, ben)], [[], []])
  },

  'a large team is told whole': async (views, { tenant: tenantOf }) => {
    const tenant = tenantOf()
    const requests = Array.from({ length: 250 }, (_, n) => `r${String(n).padStart(3, '0')}`)
    await show(views, tenant, ...requests.map((request) => away(request, '2026-06-02', '2026-06-05')))
    assert.deepEqual(requestsIn(await june(views, tenant)), requests)
  },
}
