import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CommandMeta, handle, stream } from '@awayday/event-sourcing'
import { type Instant, newYearsDay, newYearsEve, ok, type PersonId, type TenantId } from '@awayday/kernel'
import { type OpenStore, openStore } from '@awayday/stores'
import { STANDARD_APPROVAL } from '../../../../services/leave/src/domain/approval/approval-rules.ts'
import { starterLeaveTypes } from '../../../../services/leave/src/domain/leave-type/starter.ts'
import type { Context } from '../../../../services/leave/src/domain/person/context.ts'
import type { Event } from '../../../../services/leave/src/domain/person/events.ts'
import { person as decider } from '../../../../services/leave/src/domain/person/person.ts'
import { personCodec } from '../../../../services/leave/src/wire/events.ts'
import { table } from '../report.ts'
import { history, monthly } from './balance.ts'

const PEOPLE = 10_000
/** At the same time: what one process of a job has under way. */
const WIDTH = 64
const tenant = 'bench' as TenantId
const [HIRED, LAST, TODAY] = [newYearsDay(2021), newYearsEve(2021), newYearsDay(2022)]

/** Every person's stream is read and folded, the year computed and pinned, and that appended and synced as the product does. */
export const benchCarryOver = async (): Promise<string> => {
  await using temporary = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'awayday-bench-'))
  temporary.defer(() => rm(folder, { recursive: true }))
  const store = temporary.use(await openStore({ AWAYDAY_DATA_DIR: folder }, 'bench'))
  await inTurns((person) => write(store, person))

  const start = performance.now()
  await inTurns((person) => close(store, person))
  const seconds = (performance.now() - start) / 1_000

  const pinned = await handle({ store: store.events }, decider(personOf(7), context), personCodec)(
    stream(tenant, 'person', personOf(7)),
    metaOf('again'),
    () => ({ type: 'CloseYear', leaveType: 'vacation', last: LAST, on: TODAY }),
  )
  if (!pinned.ok || pinned.value.version !== 2) throw new Error('the years were not closed')
  return table({
    title: `The yearly carry-over of ${PEOPLE} people, SQLite`,
    unit: 's',
    decimals: 1,
    floor: { what: 'the target', figure: 10 },
    lines: [{ what: 'years closed', figure: seconds, target: { below: 10 } }],
  })
}

const inTurns = async (work: (person: PersonId) => Promise<unknown>): Promise<void> => {
  for (let n = 0; n < PEOPLE; n += WIDTH)
    await Promise.all(Array.from({ length: Math.min(WIDTH, PEOPLE - n) }, (_, at) => work(personOf(n + at))))
}

const personOf = (n: number): PersonId => `person-${n}` as PersonId

const DOCUMENT = 'x'.repeat(43)
const context: Context = {
  documents: { policies: new Map([[DOCUMENT, monthly]]), schedules: new Map(), calendars: new Map() },
  office: {
    rules: STANDARD_APPROVAL,
    organisation: { people: {}, departments: {}, deputies: [] },
    presence: () => 'works',
  },
  company: { people: [], departments: {}, leaveTypes: starterLeaveTypes },
  rules: [],
}

const close = async (store: OpenStore, person: PersonId): Promise<void> => {
  const closing = handle({ store: store.events }, decider(person, context), personCodec)
  const done = await closing(stream(tenant, 'person', person), metaOf(`close ${person}`), () => ({
    type: 'CloseYear',
    leaveType: 'vacation',
    last: LAST,
    on: TODAY,
  }))
  if (!done.ok) throw new Error(done.error.type)
}

/** A year of leave, in one record: how many appends it once took means nothing to who reads it. */
const write = async (store: OpenStore, person: PersonId): Promise<void> => {
  const telling = { initial: null, evolve: () => null, decide: () => ok(eventsOf(person)) }
  const done = await handle({ store: store.events }, telling, personCodec)(
    stream(tenant, 'person', person),
    metaOf(`write ${person}`),
    () => null,
  )
  if (!done.ok) throw new Error(done.error.type)
}

const eventsOf = (person: PersonId): readonly Event[] => [
  {
    type: 'EmploymentStarted',
    on: HIRED,
    team: 'design',
    location: 'lisbon',
    country: 'PT',
    zone: 'Europe/Lisbon',
    department: null,
    labels: [],
    approver: null,
    seq: 1,
  },
  { type: 'TermsApplied', policy: 'monthly', version: 1, from: HIRED, leaveType: 'vacation', document: DOCUMENT },
  ...history()
    .leaves.filter(({ charges }) => charges.every(({ day }) => day <= LAST))
    .flatMap(({ id, leaveType, dates, charges }): readonly Event[] => [
      {
        type: 'LeaveRequested',
        request: id,
        leaveType,
        dates,
        charges,
        cover: null,
        exceptions: [],
        certificate: false,
        note: null,
        by: person,
        on: HIRED,
      },
      { type: 'LeaveApproved', request: id, by: 'ben' as PersonId, on: HIRED, note: null },
    ]),
]

const metaOf = (key: string): CommandMeta => ({
  tenant,
  actor: 'system:bench',
  key,
  digest: key,
  correlation: 'bench',
  cause: 'bench',
  at: '2022-01-01T03:00:00.000Z' as Instant,
})
