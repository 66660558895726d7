import type { TenantId } from '@awayday/kernel'
import { compareAge, type StoredItem, viewsOf } from '@awayday/stored-items'
import { MOVED } from '../mover/checkpoint.ts'
import { standing } from '../stages/standing.ts'
import type { World } from '../stages/world.ts'
import { added, dollarsFor, NOTHING, type Sums, sumsOf } from './estimate.ts'
import { chainWatch, type Obstacle, obstaclesOf } from './preflight.ts'

/** What a move of a tenant would be. Nothing was written to find out. */
export type Plan = {
  readonly tenant: TenantId
  /** False: it lives in the target already. */
  readonly toMove: boolean
  readonly streams: number
  readonly collections: Readonly<Record<(typeof MOVED)[number], Sums>>
  /** Rows of views, which the product makes anew in the target. */
  readonly views: Sums
  readonly largest: { readonly key: string; readonly bytes: number }
  /** What stands in the way, by name; at most `NAMED` of them. */
  readonly obstacles: readonly Obstacle[]
  readonly obstaclesInAll: number
  readonly seconds: number
  /** US dollars, where one of the two is DynamoDB. */
  readonly cost?: { readonly writes: number; readonly dollars: number }
}
const NAMED = 1_000

/** Write units a second by which time is estimated, unless told otherwise: about what one tenant's partition takes before it is split. */
export const USUAL_RATE = 1_000

export const plan = async (world: World, tenant: TenantId, writesPerSecond = USUAL_RATE): Promise<Plan> => {
  const { from, to, stop, tell, service } = world
  const { row, home } = await standing(world, tenant)
  const found: Obstacle[] = []
  let [obstaclesInAll, streams] = [0, 0]
  let largest = { key: '', bytes: 0 }
  const collections = { events: NOTHING, records: NOTHING, registry: NOTHING }
  const meet = (obstacle: Obstacle): void => {
    obstaclesInAll++
    if (found.length < NAMED) found.push(obstacle)
  }

  const under = underWay(world, row)
  if (under) meet({ collection: 'events', key: '', reason: under })
  for (const collection of home === to ? [] : MOVED) {
    const inTheWay = await meeting(world, tenant, collection)
    const chain = chainWatch()
    for await (const page of from.items.pages(tenant, collection)) {
      stop.throwIfAborted()
      collections[collection] = added(collections[collection], sumsOf(tenant, collection, page))
      for (const item of page) {
        const { key, value } = item
        const reasons = obstaclesOf(to.name, collection, item)
        for (const reason of reasons) meet({ collection, key, reason })
        if (collection === 'events') {
          const broken = chain(item)
          if (broken) meet({ collection, key, reason: broken })
          if (key.endsWith(FIRST)) streams++
        }
        if (value.length > largest.bytes) largest = { key, bytes: Buffer.byteLength(value) }
      }
      for (const key of await inTheWay(page)) meet({ collection, key, reason: `${to.name} holds something else there` })
      tell({ stage: 'plan', service: service.name, tenant, collection, items: collections[collection].items })
    }
  }
  let views = NOTHING
  for (const collection of home === to ? [] : viewsOf(service))
    for await (const page of from.items.pages(tenant, collection))
      views = added(views, sumsOf(tenant, collection, page))

  const all = MOVED.reduce((sum, each) => added(sum, collections[each]), NOTHING)
  // A seal and a mark for each stream and record; progress for each record, and every row once.
  const writes = all.writes + streams + collections.records.items + collections.events.items + views.writes
  return {
    tenant,
    toMove: home !== to,
    streams,
    collections,
    views,
    largest,
    obstacles: found,
    obstaclesInAll,
    seconds: Math.ceil(all.writes / writesPerSecond),
    ...([from.name, to.name].includes('dynamodb') && {
      cost: {
        writes: to.name === 'dynamodb' ? writes : 0,
        dollars: dollarsFor(from.name, to.name, { writes, reads: all.reads }),
      },
    }),
  }
}

const FIRST = `#${'1'.padStart(10, '0')}`

const underWay = (
  { to }: World,
  { home, to: goes, finishing, deleting }: Awaited<ReturnType<typeof standing>>['row'],
): string | undefined => {
  if (finishing) return 'a move of it is being finished'
  if (deleting) return `what it left in ${deleting} is being deleted`
  return goes && goes !== home && goes !== to.name ? `it is on its way to ${goes}` : undefined
}

/** Which of a page's keys hold something else in the target, that what comes may not replace. */
const meeting = async (
  { to }: World,
  tenant: TenantId,
  collection: (typeof MOVED)[number],
): Promise<(page: readonly StoredItem[]) => Promise<readonly string[]>> => {
  let empty = true
  for await (const _ of to.items.pages(tenant, collection)) {
    empty = false
    break
  }
  if (empty) return async () => []
  return async (page) => {
    const there = new Map(
      (
        await to.items.get(
          tenant,
          collection,
          page.map(({ key }) => key),
        )
      ).map(({ key, value }) => [key, value]),
    )
    return page.flatMap(({ key, value }) => {
      const here = there.get(key)
      return here === undefined || here === value || compareAge(collection, value, here) !== 0 ? [] : [key]
    })
  }
}
