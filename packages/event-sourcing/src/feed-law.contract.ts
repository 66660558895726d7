import assert from 'node:assert/strict'
import { type Clock, stoppedClock } from '@awayday/clock'
import type { Contract } from '@awayday/contract-testing'
import { addMs, type TenantId } from '@awayday/kernel'
import fc from 'fast-check'
import { consumerRunner } from './consumer-runner.ts'
import type { Appended } from './event-feed.port.ts'
import type { EventStore } from './event-store.port.ts'
import { eventsIn } from './events-in.ts'
import { handle } from './handle.ts'
import type { Progress } from './progress.port.ts'
import { type StreamId, stream } from './stream.ts'
import { metaOf } from './testing/commands.ts'
import { type Command, counter, counterCodec, counterRows } from './testing/counter.ts'
import { type Fault, processOver } from './testing/faults.ts'
import type { Given } from './testing/given.ts'
import { listed, whole } from './testing/reading.ts'
import { viewProjection } from './view-projection.ts'
import type { ViewRows } from './view-rows.port.ts'

/** What projections need of a store; `rebuilt` are rows of another table. */
export type ProjectionPorts = {
  readonly events: EventStore
  readonly progress: Progress
  readonly rows: ViewRows
  readonly rebuilt: ViewRows
}

/**
 * Random histories, of which a feed delivers some records twice, some in another order and some never, to two processes,
 * quick or slow, each of which may crash, or meet a silent store, at any call of a port.
 */
export const feedLaw = (runs: number): Contract<ProjectionPorts, Given> => ({
  [`in ${runs} histories, whatever a feed does and wherever a process ends, sweeps make the views equal a rebuild`]:
    async (ports, given) => {
      let run = 0
      await fc.assert(
        fc.asyncProperty(schedule, async (steps) => {
          const tenant = given.tenant(`-${++run}`)
          const processes = [restartable(ports), restartable(ports)]
          for (const step of steps) await take(step, tenant, ports, processes)
          await quieten(tenant, ports)
          await rebuild(tenant, ports)

          const live = await listed(ports.rows.all(tenant))
          assert.equal(JSON.stringify(live), JSON.stringify(await listed(ports.rebuilt.all(tenant))))
          assert.equal(JSON.stringify(live), JSON.stringify(await expected(tenant, ports)))
        }),
        { numRuns: runs },
      )
    },
})

/** A process is given records of the history by number (no matter which follows which), or sweeps. */
type Work = {
  readonly process: number
  readonly picks: readonly number[] | 'sweep'
  readonly fault: Fault | undefined
  readonly lag: number
}
type Step =
  | { readonly type: 'append'; readonly room: number; readonly command: Command }
  | { readonly type: 'work'; readonly work: readonly Work[] }

const fault: fc.Arbitrary<Fault | undefined> = fc.option(
  fc.record({
    call: fc.nat(25),
    what: fc.constantFrom('crash', 'silence'),
    when: fc.constantFrom('before the effect', 'after the effect'),
  }),
  { nil: undefined },
)
const picks = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }) },
  { weight: 1, arbitrary: fc.constant('sweep' as const) },
)
const work = fc.array(fc.record({ process: fc.nat(1), picks, fault, lag: fc.nat(3) }), { minLength: 1, maxLength: 2 })
const seat = fc.constantFrom('a', 'b', 'c')
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ type: fc.constant('Open'), seats: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 6, arbitrary: fc.record({ type: fc.constantFrom('Take', 'GiveBack'), seat }) },
)
const schedule: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ type: fc.constant('append'), room: fc.nat(1), command }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('work'), work }) },
  ),
  { minLength: 3, maxLength: 40 },
)

const start = stoppedClock('2026-05-04T08:00:00.000Z')
const rooms = (tenant: TenantId): readonly StreamId[] => ['1', '2'].map((id) => stream(tenant, 'room', id))
let commands = 0

/** One process after another, each with a memory of its own: a crash ends it, and the next begins without. */
const restartable = (ports: ProjectionPorts) => {
  const begin = () => {
    const process = processOver(ports)
    return { ...process, runner: runnerOf('project', process.ports, start) }
  }
  let process = begin()
  return () => {
    if (process.crashed()) process = begin()
    return process
  }
}

const take = async (
  step: Step,
  tenant: TenantId,
  ports: ProjectionPorts,
  processes: readonly ReturnType<typeof restartable>[],
): Promise<void> => {
  if (step.type === 'append') {
    const room = rooms(tenant)[step.room] ?? stream(tenant, 'room', '1')
    const meta = metaOf(tenant, `k${++commands}`)
    // Every command is taken for a second try, so that refusals are stored among the events.
    const registry = { note: async () => ({ first: { digest: meta.digest, stream: room.name }, again: true }) }
    await handle({ store: ports.events, registry }, counter, counterCodec)(room, meta, () => step.command)
    return
  }
  const all = await appends(tenant, ports)
  if (all.length === 0) return
  await Promise.allSettled(
    step.work.map(async ({ process: n, picks, fault, lag }) => {
      const process = processes[n]?.()
      process?.expect(fault, lag)
      if (picks === 'sweep') return process?.runner.sweep(tenant)
      return process?.runner.deliver(picks.flatMap((pick) => all[pick % all.length] ?? []))
    }),
  )
}

/** What a schedule does every few minutes, until there is nothing left to do; the law fails if that never is. */
const quieten = async (tenant: TenantId, ports: ProjectionPorts): Promise<void> => {
  const clock = stoppedClock(start.now())
  for (let sweep = 1; sweep <= 5; sweep++) {
    clock.set(addMs(clock.now(), 7_200_000))
    await runnerOf('project', ports, clock).sweep(tenant)
  }
  for await (const { stream, head } of ports.events.heads(tenant)) {
    const { done, due, parked } = await ports.progress.load(stream)
    assert.deepEqual({ done, due, parked }, { done: { project: head.version }, due: undefined, parked: undefined })
  }
}

const rebuild = (tenant: TenantId, ports: ProjectionPorts): Promise<void> =>
  runnerOf('rebuild', { ...ports, rows: ports.rebuilt }, start).sweep(tenant)

const runnerOf = (
  name: string,
  { events, progress, rows }: Pick<ProjectionPorts, 'events' | 'progress' | 'rows'>,
  clock: Clock,
) =>
  consumerRunner({
    store: events,
    progress,
    clock,
    consumers: [
      viewProjection({
        name,
        rows,
        clock,
        initial: () => counter.initial,
        evolve: counter.evolve,
        codec: counterCodec,
        rowsOf: counterRows,
      }),
    ],
  })

const appends = async (tenant: TenantId, { events }: ProjectionPorts): Promise<readonly Appended[]> => {
  const all = await Promise.all(
    rooms(tenant).map(async (room) => (await whole(events, room)).records.map((record) => ({ stream: room, record }))),
  )
  return all.flat()
}

/** The rows by their definition, told without runner or projection: each at the last version that changed it. */
const expected = async (tenant: TenantId, ports: ProjectionPorts) => {
  const rows = new Map<string, { readonly id: string; readonly version: number; readonly doc: unknown }>()
  for (const room of rooms(tenant)) {
    let state = counter.initial
    let before: Readonly<Record<string, unknown>> = {}
    for (const record of (await whole(ports.events, room)).records) {
      const events = eventsIn(record, counterCodec)
      if (events.length === 0) continue
      state = events.reduce(counter.evolve, state)
      const after = counterRows(state, room)
      for (const id of Object.keys(before)) if (!(id in after)) rows.delete(id)
      for (const [id, doc] of Object.entries(after))
        if (JSON.stringify(doc) !== JSON.stringify(before[id])) rows.set(id, { id, version: record.version, doc })
      before = after
    }
  }
  return [...rows.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
