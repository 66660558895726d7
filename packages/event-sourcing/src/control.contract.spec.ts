import { onTrial } from '@awayday/contract-testing'
import { openDatabase, sqliteCommandRegistry, sqliteProgress, sqliteTenants } from './adapters/sqlite/index.ts'
import { commandRegistryContract } from './command-registry.contract.ts'
import type { CommandRegistry, Registered } from './command-registry.port.ts'
import { progressContract } from './progress.contract.ts'
import type { Progress, StreamProgress } from './progress.port.ts'
import type { StreamName } from './stream.ts'
import { tenantsContract } from './tenants.contract.ts'
import type { Tenants } from './tenants.port.ts'
import { given } from './testing/given.ts'
import { listed } from './testing/reading.ts'

const cut = <T extends string>(name: T): T => name.slice(0, 15) as T
const turn = async (): Promise<void> => undefined

onTrial<Progress, ReturnType<typeof given>>('the contract of progress', progressContract, {
  open: async () => sqliteProgress(openDatabase(':memory:')),
  given,
  saboteurs: {
    'lets the last writer win': (honest) => ({
      ...honest,
      save: async (seen, next) => honest.save(await honest.load(seen.stream), next),
    }),
    'looks first and writes afterwards': (honest) => ({
      ...honest,
      save: async (seen, next) => {
        if ((await honest.load(seen.stream)).rev !== seen.rev) return false
        while (!(await honest.save(await honest.load(seen.stream), next)));
        return true
      },
    }),
    'keeps what it refuses': (honest) => ({
      ...honest,
      save: async (seen, next) => {
        if (await honest.save(seen, next)) return true
        await honest.save(await honest.load(seen.stream), next)
        return false
      },
    }),
    'forgets what is due and parked': (honest) => ({
      ...honest,
      save: (seen, { done }) => honest.save(seen, { done }),
    }),
    'merges what should be replaced': (honest) => ({
      ...honest,
      save: async (seen, next) => {
        const { stream: _stream, rev: _rev, ...before } = await honest.load(seen.stream)
        return honest.save(seen, { ...before, ...next })
      },
    }),
    'keeps the rev when nothing changed': (honest) => ({
      ...honest,
      save: async (seen, next) =>
        JSON.stringify((await honest.load(seen.stream)).done) === JSON.stringify(next.done) || honest.save(seen, next),
    }),
    'has done something before anybody worked': (honest) => ({
      ...honest,
      load: async (stream) => {
        const found = await honest.load(stream)
        return found.rev === 0 ? { ...found, done: { project: 0 } } : found
      },
    }),
    'mixes tenants and cuts off names': (honest) => ({
      ...honest,
      load: async (stream) => ({ ...(await honest.load(short(stream))), stream }),
      save: (seen, next) => honest.save({ ...seen, stream: short(seen.stream) }, next),
    }),
    'lists the first page': (honest) => ({
      ...honest,
      async *all(tenant, after) {
        yield* (await listed(honest.all(tenant, after))).slice(0, 100)
      },
    }),
    'lists the stream that a listing goes on after': (honest) => ({
      ...honest,
      async *all(tenant, after) {
        for await (const each of honest.all(tenant)) if (!after || each.stream.name >= after) yield each
      },
    }),
  },
})
const short = ({ tenant, name }: StreamProgress['stream']) => ({
  tenant: cut(tenant),
  name: name.slice(0, 2) as StreamName,
})

type Key = Parameters<CommandRegistry['note']>[0]
onTrial<CommandRegistry, ReturnType<typeof given>>('the contract of the command registry', commandRegistryContract, {
  open: async () => sqliteCommandRegistry(openDatabase(':memory:')),
  given,
  saboteurs: {
    'answers with the last use': (honest) => ({
      note: async (key, use, at) => ({ ...(await honest.note(key, use, at)), first: use }),
    }),
    'says of a first use that there was an earlier': (honest) => ({
      note: async (key, use, at) => ({ ...(await honest.note(key, use, at)), again: true }),
    }),
    'says of the first use that it is as old as the last': (honest) => ({
      note: async (key, use, at) => ({ ...(await honest.note(key, use, at)), at }),
    }),
    'never forgets': (honest) => ({
      note: (key, use) => honest.note(key, use, '2026-05-04T08:00:00.000Z' as Parameters<CommandRegistry['note']>[2]),
    }),
    'forgets a moment early': (honest) => ({
      note: (key, use, at) => honest.note(key, use, at.replace('07:59', '08:00') as typeof at),
    }),
    'joins actor and key without a separator': (honest) => ({
      note: (key, use, at) => honest.note({ ...key, actor: 'all', key: key.actor + key.key }, use, at),
    }),
    'looks first and writes afterwards': (honest) => {
      const noted = new Map<string, Registered>()
      const nameOf = (key: Key, at: string) => JSON.stringify([key, at])
      return {
        note: async (key, use, at) => {
          const first = noted.get(nameOf(key, at))
          await turn()
          if (first) return { first, at, again: true }
          noted.set(nameOf(key, at), use)
          return { first: (await honest.note(key, use, at)).again ? use : use, at, again: false }
        },
      }
    },
  },
})

onTrial<Tenants, ReturnType<typeof given>>('the contract of tenants', tenantsContract, {
  open: async () => sqliteTenants(openDatabase(':memory:')),
  given,
  saboteurs: {
    'moves whenever it is asked': (honest) => ({
      ...honest,
      settle: async (tenant, home) => {
        await honest.settle(tenant, home)
        return home
      },
    }),
    'reroutes whatever stands there': (honest) => ({
      ...honest,
      async reroute(tenant, route) {
        for (;;) {
          const row = await honest.route(tenant)
          if (await honest.reroute(tenant, route, row?.rev ?? 0)) return true
        }
      },
    }),
    'knows a route for everybody': (honest) => ({
      ...honest,
      route: async (tenant) => (await honest.route(tenant)) ?? { home: 'sqlite', epoch: 0, rev: 1 },
    }),
    'forgets what a move adds': (honest) => ({
      ...honest,
      async route(tenant) {
        const row = await honest.route(tenant)
        return row && { home: row.home, epoch: row.epoch, rev: row.rev }
      },
    }),
    'lists the first page': (honest) => ({
      ...honest,
      async *all() {
        yield* (await listed(honest.all())).slice(0, 100)
      },
    }),
    'lists a tenant as often as it settled': (honest) => {
      const settled: Parameters<Tenants['settle']>[0][] = []
      return {
        ...honest,
        settle: (tenant, home) => {
          settled.push(tenant)
          return honest.settle(tenant, home)
        },
        async *all() {
          yield* settled.toSorted()
        },
      }
    },
  },
})
