import { onTrial } from '@awayday/contract-testing'
import { type Given, given } from '@awayday/event-sourcing/contracts'
import { openDatabase, sqliteViewRows } from '@awayday/event-sourcing/sqlite'
import { addDays, type PersonId, type TenantId } from '@awayday/kernel'
import { sqliteLeaveViews } from '#adapters/sqlite/leave-views.ts'
import { leaveViewsContract, type Shown } from './leave-views.contract.ts'

onTrial<Shown, Given>('the contract of the leave views', leaveViewsContract, {
  open: async () => {
    const db = openDatabase(':memory:')
    const rows = sqliteViewRows(db, 'views')
    return { rows, ...sqliteLeaveViews(db) }
  },
  given,
  saboteurs: {
    'forgets the last day of a span': (honest) => ({
      ...honest,
      awayBetween: (tenant, team, first, last) => honest.awayBetween(tenant, team, first, addDays(last, -1)),
    }),
    'tells who came back the day before': (honest) => ({
      ...honest,
      awayBetween: (tenant, team, first, last) => honest.awayBetween(tenant, team, addDays(first, -1), last),
    }),
    'looks half a year ahead': (honest) => ({
      ...honest,
      awayBetween: async (tenant, team, first, last) =>
        (await honest.awayBetween(tenant, team, first, last)).filter((row) => row.last < addDays(last, 180)),
    }),
    'takes a team for all whose names begin so': (honest) => ({
      ...honest,
      awayBetween: async (tenant, team, first, last) => {
        const teams = [team, `${team}n`, `${team}-2`]
        return (await Promise.all(teams.map((one) => honest.awayBetween(tenant, one, first, last)))).flat()
      },
    }),
    'shows every inbox to everybody': (honest) => ({
      ...honest,
      waitingFor: async (tenant) => [
        ...(await honest.waitingFor(tenant, 'ben' as PersonId)),
        ...(await honest.waitingFor(tenant, '.')),
      ],
    }),
    'forgets who waits for nobody in particular': (honest) => ({
      ...honest,
      waiting: async (tenant) => (await honest.waiting(tenant)).filter(({ approver }) => approver !== '.'),
    }),
    'mixes companies': (honest) => ({
      ...honest,
      waitingFor: async (tenant, approver) => [
        ...(await honest.waitingFor(tenant, approver)),
        ...(await honest.waitingFor(tenant.replace(/-b$/, '') as TenantId, approver)),
      ],
    }),
    'hides what is pending': (honest) => ({
      ...honest,
      awayBetween: async (...asked) =>
        (await honest.awayBetween(...asked)).filter(({ status }) => status === 'approved'),
    }),
    'sees the first hundred': (honest) => ({
      ...honest,
      awayBetween: async (...asked) => (await honest.awayBetween(...asked)).slice(0, 100),
    }),
    'never forgets': (honest) => {
      const seen = new Map<string, Awaited<ReturnType<Shown['waitingFor']>>>()
      return {
        ...honest,
        rows: {
          ...honest.rows,
          save: async (tenant, row, version) => {
            const saved = await honest.rows.save(tenant, row, version)
            if (row.doc && 'approver' in row.doc) seen.set(tenant, await honest.waitingFor(tenant, 'ben' as PersonId))
            return saved
          },
        },
        waitingFor: async (tenant, approver) =>
          approver === 'ben' ? (seen.get(tenant) ?? []) : honest.waitingFor(tenant, approver),
      }
    },
    'has somebody away from teams that never are': (honest) => ({
      ...honest,
      awayBetween: async (...asked) => {
        const [row] = await honest.awayBetween(...asked)
        const everybody = await honest.waitingFor(asked[0], 'ben' as PersonId)
        if (row || everybody.length > 0) return honest.awayBetween(...asked)
        const [, team, first, last] = asked
        const ghost = {
          person: 'ghost' as PersonId,
          request: 'ghost',
          leaveType: 'vacation',
          status: 'approved',
        } as const
        return [{ ...ghost, team, first, firstPart: 'whole', last, lastPart: 'whole', approvers: [] }]
      },
    }),
  },
})
