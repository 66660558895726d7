import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { ServiceManifest } from '@awayday/manifest'
import type { Units } from '@awayday/meter'
import { costsIn } from '@awayday/meter/costs'

/** What a call of each use case costs, from the service's table of costs, which its specs compare with what it does. Undefined: it stores nothing. */
export const unitsOf = async ({
  root,
}: Pick<ServiceManifest, 'root'>): Promise<Readonly<Record<string, Units>> | undefined> => {
  const file = new URL('src/functions/costs.txt', root)
  if (!existsSync(file)) return undefined
  const costs = costsIn(await readFile(file, 'utf8'))
  return Object.fromEntries(Object.entries(costs).map(([useCase, bill]) => [useCase, sumOf(Object.values(bill))]))
}

const sumOf = (calls: readonly Units[]): Units => ({
  reads: calls.reduce((sum, { reads }) => sum + reads, 0),
  writes: calls.reduce((sum, { writes }) => sum + writes, 0),
})
