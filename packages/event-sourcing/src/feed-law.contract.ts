import assert from 'node:assert/strict'
import { type Clock, stoppedClock } from '@awayday/clock'
import type { Contract } from '@awayday/contract-testing'
import { type Fault, faultyProcess } from '@awayday/faults'
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
import { eventStoreFaults, progressFaults, viewRowsFaults } from './testing/faults.ts'
import type { Given } from './testing/given.ts'
import { listed, whole } from './testing/reading.ts'
import { viewProjection } from './view-projection.ts'
import type { ViewDocument, ViewRows } from './view-rows.port.ts'

/** What projections need of a store; `rebuilt` are rows of another table. */
export type ProjectionPorts = {
  readonly events: EventStore
  readonly progress: Progress
  readonly rows: ViewRows
  readonly rebuilt: ViewRows
}

/** fast-check's settings: how many histories, and how a failed one is looked for again. */
type Settings = { readonly numRuns: number; readonly seed?: number; readonly endOnFailure?: boolean }

/**
 * Random histories, of which a feed delivers some records twice, some in another order and some never, to two processes,
 * each of which may crash, stand still or meet a silent store at any call of a port.
 */
export const feedLaw = (settings: Settings): Contract<ProjectionPorts, Given> => ({
  [`in ${settings.numRuns} histories, whatever a feed does and wherever a process ends, sweeps make the views equal a rebuild`]:
    async (ports, given) => {
      let run = 0
      await fc.assert(
        fc.asyncProperty(schedule, async (steps) => {
          const tenant = given.tenant(`-${++run}`)
          const processes = [restartable(ports), restartable(ports)]
          for (const step of steps) {
            await take(step, tenant, ports, processes)
            await isShown(tenant, ports)
          }
          await quieten(tenant, ports)
          await rebuild(tenant, ports)

          const live = await listed(ports.rows.all(tenant))
          assert.equal(JSON.stringify(live), JSON.stringify(await listed(ports.rebuilt.all(tenant))))
          assert.equal(JSON.stringify(live), JSON.stringify(await expected(tenant, ports)))
        }),
        settings,
      )
    },
})

/** Some records of a room that follow each other, from about where its progress is. */
type Pick = { readonly room: number; readonly ahead: number; readonly count: number }
/** A process is given records, in any order and more than once, or sweeps. */
type Work = {
  readonly process: number
  readonly picks: readonly Pick[] | 'sweep'
  readonly fault: Fault | undefined
}
type Step =
  | { readonly type: 'append'; readonly room: number; readonly command: Command }
  | { readonly type: 'work'; readonly work: readonly Work[] }

const fault: fc.Arbitrary<Fault | undefined> = fc.option(
  fc.record({
    call: fc.nat(8),
    kind: fc.constantFrom(
      ...(['crash before', 'crash after', 'request lost', 'answer lost', 'throttled'] as const),
      ...(['pause before', 'pause before', 'pause after', 'pause after'] as const),
    ),
  }),
  { nil: undefined },
)
const room = fc.constantFrom(0, 0, 0, 1)
const pick: fc.Arbitrary<Pick> = fc.record({
  room,
  ahead: fc.constantFrom(0, 0, 0, 1, 2, -1, -2),
  count: fc.constantFrom(1, 1, 2, 3),
})
const picks = fc.oneof(
  { weight: 3, arbitrary: fc.array(pick, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant('sweep' as const) },
)
const work = fc.array(fc.record({ process: fc.nat(1), picks, fault }), { minLength: 1, maxLength: 3 })
const seat = fc.constantFrom('a', 'b', 'c')
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('Open'), seats: fc.constant(2) }) },
  { weight: 6, arbitrary: fc.record({ type: fc.constantFrom('Take', 'GiveBack'), seat }) },
)
const schedule: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ type: fc.constant('append'), room, command }) },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('work'), work }) },
  ),
  { minLength: 5, maxLength: 40, size: 'max' },
)

const start = stoppedClock('2026-05-04T08:00:00.000Z')
const roomOf = (tenant: TenantId, room: number): StreamId => stream(tenant, 'room', `${room}`)
const roomsOf = (tenant: TenantId): readonly StreamId[] => [roomOf(tenant, 0), roomOf(tenant, 1)]
let commands = 0

/** One process after another, each with a memory of its own: a crash ends it, and the next begins without. */
const restartable = (ports: ProjectionPorts) => {
  const begin = () => {
    const process = faultyProcess()
    const seen = {
      events: process.through('events', ports.events, eventStoreFaults),
      progress: process.through('progress', ports.progress, progressFaults),
      rows: process.through('rows', ports.rows, viewRowsFaults),
    }
    return { ...process, runner: runnerOf('project', seen, start) }
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
    const room = roomOf(tenant, step.room)
    const meta = metaOf(tenant, `k${++commands}`)
    // Every command is taken for a second try, so that refusals are stored among the events.
    const registry = {
      note: async () => ({ first: { digest: meta.digest, stream: room.name }, at: meta.at, again: true }),
    }
    await handle({ store: ports.events, registry }, counter, counterCodec)(room, meta, () => step.command)
    return
  }
  await Promise.allSettled(
    step.work.map(async ({ process: n, picks, fault }) => {
      const process = processes[n]?.()
      process?.expect(fault)
      if (picks === 'sweep') return process?.runner.sweep(tenant)
      const batch = await Promise.all(picks.map((pick) => picked(pick, tenant, ports)))
      return process?.runner.deliver(batch.flat())
    }),
  )
}

const picked = async (
  { room, ahead, count }: Pick,
  tenant: TenantId,
  { events, progress }: ProjectionPorts,
): Promise<readonly Appended[]> => {
  const id = roomOf(tenant, room)
  const first = Math.max(0, ((await progress.load(id)).done['project'] ?? 0) + ahead)
  return (await whole(events, id)).records.slice(first, first + count).map((record) => ({ stream: id, record }))
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

const runnerOf = (name: string, { events, progress, rows }: Omit<ProjectionPorts, 'rebuilt'>, clock: Clock) =>
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

type Expected = { readonly id: string; readonly version: number; readonly doc?: ViewDocument }

/** A room's rows by their definition, told without runner or projection: each at the last version that changed it. */
const rowsAt = async (
  room: StreamId,
  { events }: ProjectionPorts,
  version = Infinity,
): Promise<readonly Expected[]> => {
  const rows = new Map<string, Expected>()
  let state = counter.initial
  let before: Readonly<Record<string, ViewDocument>> = {}
  for (const record of (await whole(events, room)).records) {
    const said = eventsIn(record, counterCodec)
    if (said.length === 0 || record.version > version) continue
    state = said.reduce(counter.evolve, state)
    const after = counterRows(state, room)
    for (const id of Object.keys(before)) if (!(id in after)) rows.set(id, { id, version: record.version })
    for (const [id, doc] of Object.entries(after))
      if (JSON.stringify(doc) !== JSON.stringify(before[id])) rows.set(id, { id, version: record.version, doc })
    before = after
  }
  return [...rows.values()]
}

/** After every step: what the progress calls done can be seen, or something newer; and no row shows what never was. */
const isShown = async (tenant: TenantId, ports: ProjectionPorts): Promise<void> => {
  for (const room of roomsOf(tenant)) {
    const done = (await ports.progress.load(room)).done['project'] ?? 0
    for (const { id, version } of await rowsAt(room, ports, done)) {
      const row = await ports.rows.load(tenant, id)
      assert.ok(row && row.version >= version, `${id} is not shown at ${version} although ${done} is done`)
      const then = (await rowsAt(room, ports, row.version)).find((each) => each.id === id)
      assert.deepEqual({ version: row.version, doc: row.doc }, { version: then?.version, doc: then?.doc })
    }
  }
}

const expected = async (tenant: TenantId, ports: ProjectionPorts): Promise<readonly Expected[]> => {
  const all = await Promise.all(roomsOf(tenant).map((room) => rowsAt(room, ports)))
  return all
    .flat()
    .filter(({ doc }) => doc)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
