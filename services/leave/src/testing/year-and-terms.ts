import assert from 'node:assert/strict'
import { type CommandMeta, commandId, eventsIn, readBody, type StoredRecord, whole } from '@awayday/event-sourcing'
import { barrier } from '@awayday/event-sourcing/contracts'
import { type Actor, days, type LocalDate, newYearsEve, type PersonId } from '@awayday/kernel'
import { decide } from '#application/decide.ts'
import { approveLeave, cancelLeave } from '#application/decide-leave.ts'
import { personStream, tellPerson } from '#application/person-stream.ts'
import { requestLeave } from '#application/request-leave.ts'
import type { Facts } from '#domain/facts/facts.ts'
import { balanceOf } from '#domain/ledger/ledger-of.ts'
import type { Documents } from '#domain/person/documents.ts'
import { evolve } from '#domain/person/evolve.ts'
import { factsOf } from '#domain/person/facts-of.ts'
import { initial } from '#domain/person/state.ts'
import { yearlyPolicy } from '#domain/person/yearly-policy.ts'
import { policyText } from '#wire/documents.ts'
import { personCodec } from '#wire/events.ts'
import { type Chance, chanceOf } from './histories/chance.ts'
import { day, joins, metaOf, type Office } from './office.ts'

type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: { readonly type: string } }
type Racer = { readonly key: string; readonly isFact: boolean; run(office: Office): Promise<Outcome> }

/**
 * Somebody had four days a year, took one in the year that is over, and has three requests open. At once two or three of
 * these are approved, the old year is closed, new terms arrive, and sometimes what was taken in the old year is cancelled.
 * All have read before any of them writes. The number of the race says what the terms give, and who comes first.
 */
export const yearAndTermsRace = async (office: Office, n: number): Promise<void> => {
  const { world, tenant, ben } = office
  const person = `racer-${n}` as PersonId
  const actor: Actor = { tenant, person, roles: ['employee'] }
  const meta = (key: string): CommandMeta => metaOf(office, `${person} ${key}`, { actor: 'system:race' })
  const terms = async (yearly: number, from: LocalDate, version: number) => {
    const document = await world.documents.put(tenant, policyText(yearlyPolicy('vacation', days(yearly))))
    return { type: 'AssignTerms', policy: 'ours', version, from, leaveType: 'vacation', document } as const
  }
  const ask = async (first: string, last = first): Promise<string> => {
    const dates = { kind: 'range', first: day(first), firstPart: 'whole', last: day(last), lastPart: 'whole' } as const
    const input = { leaveType: 'vacation', dates, cover: null, exception: false, certificate: false, reason: null }
    const asked = await requestLeave(world)({ actor, meta: meta(first), input })
    if (!asked.ok) throw new Error(JSON.stringify(asked.error))
    return asked.value.request
  }
  const approval = (request: string): Racer => {
    const input = { person, request, answer: null, inSpiteOf: [] }
    return {
      key: request,
      isFact: false,
      run: (it) => approveLeave(it.world)({ actor: ben, meta: meta(request), input }),
    }
  }
  await joins(office, actor, ben.person, '2025-01-01')
  const first = await terms(4, day('2025-01-01'), 1)
  await decide(world)(person, meta('first'), () => first)
  const taken = await ask('2025-12-01')
  await approval(taken).run(office)
  const open = [await ask('2026-06-01', '2026-06-02'), await ask('2026-07-01', '2026-07-02'), await ask('2026-12-01')]

  const last = newYearsEve(2025)
  const chance = chanceOf(n)
  const from = day(chance.pick('2025-01-01', '2025-07-01', '2026-01-01', '2026-06-15'))
  const halves = chance.int(0, 15)
  const next = await terms((halves < 8 ? halves : halves + 1) / 2, from, 2) // four again would be no news
  const facts: readonly Racer[] = [
    {
      key: 'close',
      isFact: true,
      run: (it) =>
        decide(it.world)(person, meta('close'), (on) => ({ type: 'CloseYear', leaveType: 'vacation', last, on })),
    },
    { key: 'terms', isFact: true, run: (it) => decide(it.world)(person, meta('terms'), () => next) },
    {
      key: 'cancel',
      isFact: true,
      run: (it) => cancelLeave(it.world)({ actor: ben, meta: meta('cancel'), input: { person, request: taken } }),
    },
  ]
  const racers = inAnyOrder(chance, [
    ...open.slice(chance.int(0, 1)).map(approval),
    ...facts.slice(0, chance.likely(33) ? 3 : 2),
  ])
  const racing = { ...office, world: { ...world, store: barrier(world.store, racers.length) } }
  const outcomes = await Promise.all(racers.map((racer) => finish(racer, racing, office)))

  const { records } = await whole(world.store, personStream(tenant, person))
  const told = await tellPerson(world, tenant, person)
  await told.shelf.fetch({ kind: 'policies', hash: first.document })
  nothingLost(records, racers, outcomes, (key) => commandId(meta(key)))
  neverBelow(records, person, told.shelf.documents)
  asIfNeverClosed(told.facts)
}

/** Of those who race, the first that is asked is the first that writes. */
const inAnyOrder = (chance: Chance, racers: readonly Racer[]): readonly Racer[] =>
  racers
    .map((racer) => ({ racer, place: chance.int(0, 1_000_000) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ racer }) => racer)

/** Whoever lost too often is told so, and tries the same command again. */
const finish = async (racer: Racer, racing: Office, office: Office): Promise<Outcome> => {
  let outcome = await racer.run(racing)
  while (!outcome.ok && outcome.error.type === 'Conflict') outcome = await racer.run(office)
  return outcome
}

/** What was answered is there once, what was refused is not there, and facts are never refused. */
const nothingLost = (
  records: readonly StoredRecord[],
  racers: readonly Racer[],
  outcomes: readonly Outcome[],
  idOf: (key: string) => string,
): void => {
  const ids = records.map((record) => readBody(record).command.id)
  for (const [n, { key, isFact }] of racers.entries()) {
    const outcome = outcomes[n]
    assert.ok(outcome)
    assert.equal(ids.filter((id) => id === idOf(key)).length, outcome.ok ? 1 : 0)
    if (!outcome.ok) assert.deepEqual([isFact, outcome.error.type], [false, 'NotEnoughLeft'])
  }
  const before = 7 // joining, terms, a request and its approval, three requests
  assert.equal(records.length, before + outcomes.filter(({ ok }) => ok).length)
}

/** No approval left a day below zero that was not there, or made it worse. */
const neverBelow = (records: readonly StoredRecord[], person: PersonId, documents: Documents): void => {
  let state = initial(person)
  for (const record of records) {
    const events = eventsIn(record, personCodec)
    const after = events.reduce(evolve, state)
    if (events.some(({ type }) => type === 'LeaveApproved'))
      for (const on of DAYS) {
        const [was, is] = [state, after].map((it) => balanceOf(factsOf(it, documents), 'vacation', on).balance)
        assert.ok(was !== undefined && is !== undefined && (is >= 0 || is >= was), `on ${on} ${was} became ${is}`)
      }
    state = after
  }
}
const DAYS = ['2025-12-31', '2026-06-02', '2026-07-02', '2026-12-31'].map(day)

/** The closed year is its pin and its corrections. */
const asIfNeverClosed = (facts: Facts): void => {
  assert.equal(facts.closedYears.length, 1)
  for (const on of DAYS)
    assert.deepEqual(balanceOf(facts, 'vacation', on), balanceOf({ ...facts, closedYears: [] }, 'vacation', on))
}
