import { isDeepStrictEqual } from 'node:util'
import type { StoreName } from '@awayday/event-sourcing'
import { parseTenantId, type TenantId } from '@awayday/kernel'
import type { ServiceManifest } from '@awayday/manifest'
import directory from '@awayday/service-directory'
import leave from '@awayday/service-leave'
import { openStore } from '@awayday/stores'
import { openSide } from '../verify/sides/open-side.ts'
import { type Ground, openGround } from './ground.ts'
import { againstTheLogs } from './judge/acknowledged.ts'
import { type BusWatch, watchBus } from './judge/bus.ts'
import { caughtUp } from './judge/caught-up.ts'
import { impossibleHistories, requestsAsTold } from './judge/expected.ts'
import { type Recorded, readLog } from './judge/log.ts'
import { publishedWrongly } from './judge/published.ts'
import { alone, differentRows, makeReplica } from './judge/replica.ts'
import { type Seen, seenByPeople } from './judge/seen-by-people.ts'
import { type Load, startLoad } from './load/load.ts'
import { type Killer, startKiller } from './move/killer.ts'
import { type Moved, runMove } from './move/move.ts'
import { type Move, moverOf } from './move/stage.ts'
import { type Company, TENANT } from './product/company.ts'
import { foundCompany, type Product, startProduct } from './product/product.ts'

export type Plan = {
  /** Where the company begins. */
  readonly home: StoreName
  /** None: all calls are made where it is. */
  readonly moves: number
  /** Calls a second, and in all. */
  readonly rps: number
  readonly most: number
  /** Of mover and product. With kills, moves go on until all are done. */
  readonly kills: number
  readonly longestPauseMs: number
  readonly people: number
  readonly callsOverS: number
  readonly chance: () => number
  readonly tell: (line: string) => void
}

/** What a drill has seen. No violations: nothing was lost, doubled, changed or refused. */
export type Outcome = {
  readonly moved: readonly Moved[]
  readonly load: Pick<Load, 'calls'> & { readonly heldBack: number }
  readonly kills: { readonly product: number; readonly mover: number }
  readonly stored: {
    readonly store: StoreName
    readonly leave: number
    readonly directory: number
    readonly messages: number
  }
  readonly violations: readonly string[]
}

/** There, on, and back, again and again. */
const ROUND: readonly StoreName[] = ['mongodb', 'dynamodb', 'sqlite']
const after = (home: StoreName, moves: number): StoreName => ROUND[(ROUND.indexOf(home) + moves) % ROUND.length] ?? home

const services: readonly ServiceManifest[] = [directory, leave]

/** A company at work moves from store to store; afterwards all that can be known about it is compared with what people were told. */
export const drill = async (plan: Plan): Promise<Outcome> => {
  await using ground = await openGround()
  const tenant = parseTenantId(TENANT) as TenantId
  const env = ground.env(plan.home)
  plan.tell(`founding a company of ${plan.people}`)
  const company = await foundCompany(ground.dataDir, env, plan.people)
  await using product = await startProduct(ground.dataDir, env)
  const bus = watchBus(ground.dataDir)
  const load = startLoad(() => product.url, company, plan)
  const mover = moverOf(env)
  const killer = plan.kills > 0 ? startKiller({ product, mover }, { ...plan, most: plan.kills }) : undefined
  const violations: string[] = []
  const moved: Moved[] = []
  if (plan.moves === 0) await load.made
  const killsDone = (): number => sum(killer?.kills())
  try {
    for (let n = 0; n < plan.moves || (killsDone() < plan.kills && n < plan.moves * LONGER); n++) {
      const move: Move = { from: after(plan.home, n), to: after(plan.home, n + 1) }
      const folder = `${ground.dataDir}/switch-${n}`
      const done = await runMove(mover, move, { folder, callsOverS: plan.callsOverS, deletes: n % 2 === 1 })
      moved.push(done)
      plan.tell(
        `${n + 1}. ${done.from} to ${done.to}: ${(done.tookMs / 1_000).toFixed(1)} s, no stream shut longer than ${Math.ceil(done.longestWaitMs)} ms; ${load.calls.length} calls answered, ${killsDone()} kills`,
      )
    }
  } catch (trouble) {
    violations.push(`the move did not get to its end: ${trouble instanceof Error ? trouble.message : trouble}`)
    plan.tell(violations.at(-1) ?? '')
  }
  await killer?.stop().catch((trouble: Error) => violations.push(`the product did not start: ${trouble.message}`))
  await load.stop()
  plan.tell('all calls are answered; what is stored is compared')
  const store = after(plan.home, moved.length)
  if (violations.length > 0) {
    bus.stop() // in the midst of a move no store has all of it: nothing to compare
    const refused = load.calls.flatMap(({ by, said, problem }) =>
      problem ? [`${said.type} by ${by}: ${problem}`] : [],
    )
    violations.push(...refused, ...load.troubles, ...impossibleHistories(load.calls, company.employees))
    const stored = { store, leave: 0, directory: 0, messages: 0 }
    const kills = killer?.kills() ?? { product: 0, mover: 0 }
    return { moved, load: { calls: load.calls, heldBack: load.heldBack() }, kills, stored, violations }
  }
  const judged = await judge({ ground, tenant, company, product, load, bus, killer, store })
  return {
    moved,
    load: { calls: load.calls, heldBack: load.heldBack() },
    kills: killer?.kills() ?? { product: 0, mover: 0 },
    stored: { store, ...judged.stored },
    violations: [...violations, ...judged.violations],
  }
}

/** A drill with kills gives up after so many times its moves. */
const LONGER = 20

type Scene = {
  readonly ground: Ground
  readonly tenant: TenantId
  readonly company: Company
  readonly product: Product
  readonly load: Load
  readonly bus: BusWatch
  readonly killer: Killer | undefined
  readonly store: StoreName
}

const judge = async (scene: Scene) => {
  const { ground, tenant, company, product, load, bus, killer, store } = scene
  const { calls } = load
  const problems = calls.flatMap(({ by, said, problem }) => (problem ? [`${said.type} by ${by}: ${problem}`] : []))

  const lives = await Promise.all(services.map(({ name }) => openStore({ ...ground.env(store) }, name)))
  const late = await caughtUp(lives, tenant, bus.isQuiet)
  const lastDay = `${new Date().getUTCFullYear() + 1}-12-31`
  const seen = await seenByPeople(() => product.url, company, lastDay)
  await product.stop()
  bus.stop()

  const [ofDirectory, ofLeave] = await Promise.all(services.map(({ name }) => logIn(ground, store, name)))
  const logs = { directory: ofDirectory?.records ?? [], leave: ofLeave?.records ?? [] }
  const kills = killer?.kills().product ?? 0
  const violations = [
    ...problems,
    ...load.troubles,
    ...late.map((behind) => `not followed to its end: ${behind}`),
    ...[...(ofDirectory?.flaws ?? []), ...(ofLeave?.flaws ?? [])],
    ...againstTheLogs(calls, logs, tenant),
    ...impossibleHistories(calls, company.employees),
    ...(await Promise.all(company.employees.map((person) => shownOtherwise(calls, seen, person)))).flat(),
    ...publishedWrongly(bus.accepted, logs.leave, 'leave', kills),
    ...publishedWrongly(bus.accepted, logs.directory, 'directory', kills),
    ...(await againstAReplica(scene, seen, lastDay, logs)),
  ]
  for (const live of lives) await live[Symbol.asyncDispose]()
  const messages = [...bus.accepted.values()].reduce((all, times) => all + times, 0)
  return { violations, stored: { leave: logs.leave.length, directory: logs.directory.length, messages } }
}

const logIn = async (ground: Ground, store: StoreName, service: string) => {
  await using side = await openSide(store, ground.env(store), service)
  return await readLog(side.pages(TENANT, 'events'))
}

const shownOtherwise = (calls: Load['calls'], { byPerson }: Seen, person: string): readonly string[] => {
  const [told, shown] = [requestsAsTold(calls, person), byPerson[person]?.requests ?? {}]
  const ids = new Set([...Object.keys(told), ...Object.keys(shown)])
  return [...ids]
    .filter((id) => told[id] !== shown[id])
    .map((id) => `request ${id} of ${person} was told as ${told[id]}, and is shown as ${shown[id]}`)
}

/** A product over copies of the records alone shows the same rows and the same answers, and has nothing to add. */
const againstAReplica = async (
  { ground, tenant, company, store }: Scene,
  seen: Seen,
  lastDay: string,
  logs: Readonly<Record<'leave' | 'directory', readonly Recorded[]>>,
): Promise<readonly string[]> => {
  await using other = await openGround(ground.secret)
  await makeReplica(services, tenant, store, { from: ground, to: other })
  const env = alone(other.env(store))
  await using product = await startProduct(other.dataDir, env)
  const violations: string[] = []
  for (const { name } of services) {
    await using rebuilt = await openStore(env, name)
    await using live = await openStore({ ...ground.env(store) }, name)
    violations.push(...(await caughtUp([rebuilt], tenant)).map((behind) => `the rebuild did not end: ${behind}`))
    violations.push(...(await differentRows(tenant, live, rebuilt)).map((row) => `${name} shows another row: ${row}`))
  }
  const again = await seenByPeople(() => product.url, company, lastDay)
  for (const [what, shown] of Object.entries({ ...seen, ...seen.byPerson })) {
    const told = { ...again, ...again.byPerson }[what]
    if (what !== 'byPerson' && !isDeepStrictEqual(shown, told))
      violations.push(`${what} is shown as ${text(shown)}, and from the records alone as ${text(told)}`)
  }
  await product.stop()
  for (const name of ['leave', 'directory'] as const) {
    const { records } = await logIn(other, store, name)
    if (records.length !== logs[name].length)
      violations.push(`${name} appended to copies of its records: ${records.length} instead of ${logs[name].length}`)
  }
  return violations
}

const text = (shown: unknown): string => JSON.stringify(shown).slice(0, 500)
const sum = (kills?: { readonly product: number; readonly mover: number }): number =>
  kills ? kills.product + kills.mover : 0
