import { DatabaseSync } from 'node:sqlite'
import { verify } from '@awayday/contract-testing'
import { type Fault, faultyProcess } from '@awayday/faults'
import { expect, test } from 'vitest'
import { acceptedBy } from './adapters/sqlite/accepted.ts'
import { sqliteBus } from './adapters/sqlite/bus.ts'
import { busContract, given } from './bus.contract.ts'
import { busFaults } from './testing/faults.ts'

const opened = (fault?: Fault) => {
  const local = sqliteBus(new DatabaseSync(':memory:'))
  const process = faultyProcess()
  process.expect(fault)
  const bus = process.through('bus', local, busFaults)
  return { bus, received: acceptedBy(local), [Symbol.asyncDispose]: async () => local.db.close() }
}

verify('a bus that faults may befall, when quiet', busContract, { open: async () => opened(), given })

test.each([
  ['request lost', []],
  ['answer lost', [0, 1, 2]],
  ['partial batch', [0, 1]],
  ['unprocessed items', [1]],
] as const)('of three events whose publishing meets a %s these are accepted: %j', async (kind, accepted) => {
  await using faulty = opened({ call: 0, kind })
  const { event, tenant } = given()
  await expect(faulty.bus.publish([0, 1, 2].map((n) => event(n)))).rejects.toMatchObject({ name: 'BusUnavailable' })
  const ids = (await faulty.received(tenant)).map(({ detail }) => detail.id)
  expect(ids.toSorted()).toEqual(accepted.map((n) => event(n).id))
})
