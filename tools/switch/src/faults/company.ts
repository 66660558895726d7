import assert from 'node:assert/strict'
import { stream } from '@awayday/event-sourcing'
import { listed, soundLog } from '@awayday/event-sourcing/contracts'
import { compare, type TenantId } from '@awayday/kernel'
import { noted } from '../testing/on-the-move.ts'
import type { MovingGround, Product } from './ground.ts'

export const acme = 'acme' as TenantId

/** A company in the first of two stores: two streams, a card, a key that was used. */
export const founded = async ({ quiet, world }: MovingGround): Promise<void> => {
  await quiet.tenants.settle(acme, world().from.name)
  for (const id of ['ana', 'ben']) for (const n of [1, 2]) await noted(quiet, acme, id, `${id} ${n}`)
  await named(quiet, 'ana', 'Ana')
  await used(quiet, 'before')
  await quiet.sweep()
}

/** What clients do while a company moves; each has one effect, however often it is asked for. */
export const goesOn = async (product: Product): Promise<void> => {
  await noted(product, acme, 'ana', 'goes on')
  await noted(product, acme, 'eva', 'comes')
  await named(product, 'ana', 'Anna')
  await named(product, 'eva', 'Eva')
  await used(product, 'goes on')
}

/** Puts a name on somebody's card. */
export const named = async ({ records }: Product, id: string, name: string): Promise<void> => {
  for (;;) {
    const there = await records.load(acme, 'card', id)
    if (there?.data?.['name'] === name) return
    if (await records.save(acme, { kind: 'card', id, data: { name } }, there?.rev ?? 0)) return
  }
}

export const used = ({ registry }: Product, key: string) =>
  registry.note({ tenant: acme, actor: 'ana', key }, { digest: key, stream: stream(acme, 'person', 'ana').name }, AT)
const AT = '2026-05-04T08:00:00.000Z' as Parameters<Product['registry']['note']>[2]

/** What there is of the company, wherever it lies and in whichever order it came. Throws when its log is not sound, or something was told twice. */
export const whatThereIs = async ({ product, published, stores }: MovingGround) => {
  const now = product()
  const log = await soundLog(now.events, acme)
  assert.equal(new Set(published).size, published.length, 'something was told twice')
  const { home } = await now.routes.now(acme)
  const items = stores.find(({ name }) => name === home)?.items
  return {
    home,
    log: Object.fromEntries(
      Object.entries(log).map(([name, bodies]) => [
        name,
        bodies.map(({ command, events }) => ({ id: command.id, events })).sort((a, b) => compare(a.id, b.id)),
      ]),
    ),
    cards: (await listed(now.records.list(acme, 'card'))).map(({ id, data }) => ({ id, data })),
    keys: items && (await listed(items.pages(acme, 'registry'))).flat(),
    told: published.map((each) => each.split(' ')[1]).sort(),
  }
}
