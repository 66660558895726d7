import { readFileSync } from 'node:fs'
import { resolver } from '@awayday/edge'
import { costsOf } from '@awayday/event-sourcing/testing'
import { type Costs, changesOf, costsIn, tableOf } from '@awayday/meter/costs'
import { describe, expect, test } from 'vitest'
import { consumers } from '#application/consumers.ts'
import { approveLeave } from '#application/decide-leave.ts'
import { waitingRequests } from '#application/waiting-requests.ts'
import type { WaitingRow } from '#domain/person/rows.ts'
import { LONG_NAME } from '#testing/bill.ts'
import { metaOf, type Office } from '#testing/office.ts'
import { sqliteOffice } from '#testing/offices.ts'
import { ask } from '#testing/settings.ts'
import { useCases } from '#testing/use-cases.ts'
import service from '../../service.ts'
import { mutations } from './graphql/mutations.ts'
import { queries } from './graphql/queries.ts'

process.env['AWAYDAY_LOG'] = 'off'
const fields = { ...queries, ...mutations }
const table = costsIn(readFileSync(new URL('./costs.txt', import.meta.url), 'utf8'))

/** Where a change is meant, `vitest -u` writes the table anew. */
test('every use case costs what the table says, in every call', { timeout: 60_000 }, async () => {
  await using office = await sqliteOffice(LONG_NAME)
  const { world, cost, costs } = costsOf(office.world, consumers)
  await useCases({ ...office, world }, resolver({ world: Promise.resolve(world), fields }), cost)
  expect.soft(changesOf(table, costs)).toEqual([])
  await expect(tableOf(costs)).toMatchFileSnapshot('costs.txt')
})

test('the table has all fields, and all functions that nobody calls', () => {
  const asked = Object.keys(fields).map((name) => name.replace(/^.*\./, ''))
  const followed = ['graphql', 'api', 'relay', 'health'] // the fields, the same over HTTP, what follows each; two small reads
  const started = Object.keys(service.functions).filter((name) => !followed.includes(name))
  expect([...asked, ...started].filter((useCase) => !(useCase in table))).toEqual([])
})

/** Ben looks at his inbox and approves what Ana asked for, in a world that a mistake may be planted in. */
const costsWith = async (mistake: (world: Office['world']) => Partial<Office['world']>): Promise<Costs> => {
  await using office = await sqliteOffice(LONG_NAME)
  const { ana, ben } = office
  const { world, cost, costs } = costsOf({ ...office.world, ...mistake(office.world) }, consumers)
  const request = await ask(office, ana, '2026-06-01', '2026-06-05')
  await cost('waitingRequests', () => waitingRequests(world)({ actor: ben }))
  const meta = metaOf(office, 'yes', { actor: ben.person, digest: 'd'.repeat(43) })
  const input = { person: ana.person, request, answer: null, inSpiteOf: [] }
  await cost('approveLeave', () => approveLeave(world)({ actor: ben, meta, input }))
  return costs
}
const grownBy = async (mistake: Parameters<typeof costsWith>[0]): Promise<readonly string[]> =>
  changesOf(await costsWith(() => ({})), await costsWith(mistake))

describe('the call that grew is named', () => {
  test('where nothing did, none is', async () => expect(await grownBy(() => ({}))).toEqual([]))

  test('where one read has become one for each of many', async () => {
    const forEach = ({ store }: Office['world']): Partial<Office['world']> => ({
      store: {
        ...store,
        append: async (stream, ...rest) => {
          for await (const { stream: other } of store.heads(stream.tenant)) await store.read(other)
          return store.append(stream, ...rest)
        },
      },
    })
    expect(await grownBy(forEach)).toEqual([
      'approveLeave: events.heads 0 -> 9 units',
      'approveLeave: events.read 4 -> 8 units',
    ])
  })

  test('where a question is answered by reading all', async () => {
    const scan = ({ views, followed: [{ rows }] }: Office['world']): Partial<Office['world']> => ({
      views: {
        ...views,
        waitingFor: async (tenant, approver) => {
          const docs = []
          for await (const { id, doc } of rows.all(tenant)) if (id.startsWith('waiting/')) docs.push(doc as WaitingRow)
          return docs.filter((row) => row.approver === approver)
        },
      },
    })
    expect(await grownBy(scan)).toEqual([
      'waitingRequests: rows.all 0 -> 2 units',
      'waitingRequests: views.waitingFor 1 -> 0 units',
    ])
  })
})
