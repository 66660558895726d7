import { onTrial } from '@awayday/contract-testing'
import type { ViewRows } from '@awayday/event-sourcing'
import { type Given, given } from '@awayday/event-sourcing/contracts'
import { openDatabase, sqliteViewRows } from '@awayday/event-sourcing/sqlite'
import type { LocalDate, PersonId, TenantId } from '@awayday/kernel'
import { sqliteDirectoryViews } from '#adapters/sqlite/directory-views.ts'
import { directoryViewsContract } from './directory-views.contract.ts'
import type { DirectoryViews } from './directory-views.port.ts'

type Read = DirectoryViews & { readonly rows: ViewRows }

const place = {
  from: '2026-01-01' as LocalDate,
  team: 't1',
  location: 'l1',
  department: null,
  labels: [],
  approver: null,
}

onTrial<Read, Given>('the contract of the directory’s views', directoryViewsContract, {
  open: async () => {
    const db = openDatabase(':memory:')
    const rows = sqliteViewRows(db, 'views')
    return { rows, ...sqliteDirectoryViews(db) }
  },
  given,
  saboteurs: {
    'sees the first hundred': (honest) => ({
      ...honest,
      people: async (tenant) => (await honest.people(tenant)).slice(0, 100),
    }),
    'mixes companies': (honest) => ({
      ...honest,
      teams: async (tenant) => [...(await honest.teams(tenant)), ...(await honest.teams(`${tenant}-a` as TenantId))],
    }),
    'forgets admins': (honest) => ({
      ...honest,
      people: async (tenant) =>
        (await honest.people(tenant)).map((one) => ({ ...one, roles: one.roles.filter((role) => role !== 'admin') })),
    }),
    'forgets who leaves': (honest) => ({
      ...honest,
      people: async (tenant) => (await honest.people(tenant)).map((one) => ({ ...one, lastDay: null })),
    }),
    'makes everybody an admin': (honest) => ({
      ...honest,
      people: async (tenant) =>
        (await honest.people(tenant)).map((one) => ({ ...one, roles: [...new Set([...one.roles, 'admin' as const])] })),
    }),
    'has a team for companies without one': (honest) => ({
      ...honest,
      teams: async (tenant) => {
        const teams = await honest.teams(tenant)
        return teams.length > 0 ? teams : [{ id: 'all', name: 'Everybody' }]
      },
    }),
    'shows roles of people who are not there': (honest) => {
      const seen = new Set<string>()
      const rows: ViewRows = {
        ...honest.rows,
        save: (tenant, row, version) => {
          if (row.id.endsWith('/roles')) seen.add(tenant)
          return honest.rows.save(tenant, row, version)
        },
      }
      const ghost = { person: 'ghost' as PersonId, places: [place], lastDay: null, roles: ['approver'] } as const
      return {
        ...honest,
        rows,
        people: async (tenant) => [...(await honest.people(tenant)), ...(seen.has(tenant) ? [ghost] : [])],
      }
    },
    'takes teams for locations': (honest) => ({
      ...honest,
      locations: async (tenant) =>
        (await honest.teams(tenant)).map((team) => ({ ...team, country: 'PT', zone: 'Europe/Lisbon' })),
    }),
    'remembers the first answer': (honest) => {
      const first = new Map<string, Awaited<ReturnType<Read['people']>>>()
      const rows: ViewRows = {
        ...honest.rows,
        save: async (tenant, row, seen) => {
          const saved = await honest.rows.save(tenant, row, seen)
          if (!first.has(tenant)) first.set(tenant, await honest.people(tenant))
          return saved
        },
      }
      return { ...honest, rows, people: async (tenant) => first.get(tenant) ?? [] }
    },
  },
})
