import { utcDate } from '@awayday/clock/zone'
import { type Actor, addDays, type LocalDate, type PersonId, weekday } from '@awayday/kernel'
import fc from 'fast-check'
import type { Doing } from '#domain/approval/command.ts'
import type { AppliesTo } from '#domain/company/setting.ts'
import type { Command } from '#domain/person/commands.ts'
import type { Dates, Part } from '#domain/time/absence.ts'
import { day, metaOf, type Office, settled } from '#testing/office.ts'
import { doingOf } from '../asked.ts'
import { tellCompany } from '../company/company-stream.ts'
import { saveSetting } from '../company/save-setting.ts'
import { decide } from '../decide.ts'

/** Something that happens in a company; it may be refused. `key`: of the command. */
export type Step = (office: Office, key: string) => Promise<unknown>

const START = day('2025-03-01')
const anyDay = fc.integer({ min: 0, max: 640 }).map((n) => addDays(START, n))
const anyone = fc.constantFrom<(office: Office) => Actor>(
  ({ ana }) => ana,
  ({ ben }) => ben,
  ({ dora }) => dora,
)
const anyPart = fc.constantFrom('whole' as const, 'am' as const, 'pm' as const, 'half' as const, { from: 600, to: 690 })
const anyType = fc.constantFrom('vacation', 'vacation', 'sick', 'overtime')

const anyDates = fc.oneof(
  fc.tuple(anyDay, fc.integer({ min: 1, max: 9 }), anyPart, anyPart).map(([first, n, firstPart, lastPart]) => ({
    kind: 'range' as const,
    first,
    firstPart,
    last: addDays(first, n),
    lastPart,
  })),
  fc.tuple(anyDay, anyPart).map(([first, part]) => ({
    kind: 'range' as const,
    first,
    firstPart: part,
    last: first,
    lastPart: part,
  })),
  fc
    .uniqueArray(fc.tuple(anyDay, anyPart), { minLength: 1, maxLength: 4, selector: ([on]) => on })
    .map((days) => ({ kind: 'days' as const, days: days.map(([on, part]) => ({ day: on, part })) })),
)

type Told = (key: string, said: Doing) => Command
const doing =
  (who: (office: Office) => Actor, by: (office: Office) => Actor, command: Told): Step =>
  (office, key) => {
    const actor = by(office)
    const meta = metaOf(office, key, { actor: actor.person })
    return decide(office.world)(who(office).person, meta, (on) => command(key, doingOf(actor, on)))
  }
const clara = ({ clara: admin }: Office) => admin
const ben = ({ ben: approver }: Office) => approver

type Wish = { readonly leaveType: string; readonly dates: Dates }
type Deed =
  | 'Approve'
  | 'Decline'
  | 'Withdraw'
  | 'Cancel'
  | { readonly becomes: Dates }
  | { readonly without: LocalDate }

const anyDeed = fc.oneof(
  { arbitrary: fc.constant<Deed>('Approve'), weight: 4 },
  fc.constantFrom<Deed>('Decline', 'Withdraw', 'Cancel'),
  anyDates.map((becomes): Deed => ({ becomes })),
  anyDay.map((without): Deed => ({ without })),
)

const asks = (who: (office: Office) => Actor, wish: Wish): Step =>
  doing(who, who, (key, said) => ({
    type: 'Request',
    ...said,
    ...wish,
    request: `r-${key}`,
    note: null,
    cover: null,
    exception: false,
    certificate: false,
  }))

/** What is done about the request that was asked for under `asked`. */
const does =
  (who: (office: Office) => Actor, deed: Deed, asked: string): Step =>
  (office, key) => {
    const request = `r-${asked}`
    const decides = who(office).person === 'ben' ? clara : ben
    if (deed === 'Approve' || deed === 'Decline')
      return doing(who, decides, (_key, said) => ({ type: deed, ...said, request, inSpiteOf: [], note: null }))(
        office,
        key,
      )
    if (deed === 'Withdraw') return doing(who, who, (_key, said) => ({ type: deed, ...said, request }))(office, key)
    if (deed === 'Cancel')
      return doing(who, who, (_key, said) => ({ type: deed, ...said, request, note: null }))(office, key)
    const it = { request, cover: null }
    if ('becomes' in deed)
      return doing(who, who, (_key, said) => ({ type: 'Edit', ...said, ...it, dates: deed.becomes }))(office, key)
    const days = [{ day: deed.without, part: 'whole' as const }]
    return doing(who, who, (_key, said) => ({ type: 'CancelDays', ...said, request, days }))(office, key)
  }

const anyWish = fc.tuple(anyone, anyType, anyDates, fc.array(anyDeed, { maxLength: 3 })).map(
  ([who, leaveType, dates, deeds]): Step =>
    async (office, key) => {
      await asks(who, { leaveType, dates })(office, key)
      for (const [n, deed] of deeds.entries()) await does(who, deed, key)(office, `${key}-${n}`)
    },
)

/** Leave on either side of a weekend, or within one day, that is decided in whatever order. */
const anyPair = fc
  .tuple(
    anyone,
    anyDay.map((on) => addDays(on, 5 - weekday(on))),
    fc.constantFrom<readonly [number, Part, number, Part]>(
      [0, 'whole', 3, 'whole'],
      [3, 'whole', 0, 'whole'],
      [0, 'whole', 3, 'am'],
      [0, 'am', 0, 'pm'],
      [0, { from: 540, to: 720 }, 0, { from: 720, to: 900 }],
    ),
    fc.shuffledSubarray(['a', 'b', 'a', 'b'], { minLength: 1 }),
    fc.array(anyDeed, { minLength: 4, maxLength: 4 }),
  )
  .map(
    ([who, friday, [first, part, second, other], order, deeds]): Step =>
      async (office, key) => {
        const on = (n: number, its: Part): Dates => ({ kind: 'days', days: [{ day: addDays(friday, n), part: its }] })
        await asks(who, { leaveType: 'vacation', dates: on(first, part) })(office, `${key}-a`)
        await asks(who, { leaveType: 'vacation', dates: on(second, other) })(office, `${key}-b`)
        for (const [n, which] of order.entries())
          await does(who, deeds[n] ?? 'Approve', `${key}-${which}`)(office, `${key}-${n}`)
      },
  )

const anyEntered = fc.tuple(anyone, fc.constantFrom('vacation', 'overtime'), anyDates).map(([who, leaveType, dates]) =>
  doing(who, clara, (key, said) => ({
    ...said,
    type: 'Enter',
    request: `e-${key}`,
    leaveType,
    dates,
    note: null,
    cover: null,
    certificate: false,
  })),
)

const anySickness = fc.tuple(anyone, anyDates, fc.boolean(), anyDay).map(([who, dates, certified, first]) =>
  doing(who, clara, (key, said) => ({
    ...said,
    type: 'RecordSickness',
    request: `s-${key}`,
    leaveType: 'sick',
    dates,
    note: null,
    cover: null,
    certificate: certified ? { first: dates.kind === 'range' ? dates.first : first, last: addDays(first, 600) } : null,
  })),
)

/** Sickness over leave that still waits, and is decided then. */
const anySickInLeave = fc.tuple(anyone, anyDay, fc.boolean(), anyDeed, fc.boolean()).map(
  ([who, first, certified, deed, later]): Step =>
    async (office, key) => {
      const last = addDays(first, 4)
      const dates = { kind: 'range', first, firstPart: 'whole', last, lastPart: 'whole' } as const
      const certificate = { first, last }
      await asks(who, { leaveType: 'vacation', dates })(office, key)
      if (!later) await does(who, 'Approve', key)(office, `${key}-first`)
      await doing(who, clara, (_key, said) => ({
        ...said,
        type: 'RecordSickness',
        request: `s-${key}`,
        leaveType: 'sick',
        dates: { ...dates, first: addDays(first, 1) },
        note: null,
        cover: null,
        certificate: certified ? certificate : null,
      }))(office, `${key}-sick`)
      await does(who, deed, key)(office, `${key}-then`)
      if (!certified)
        await doing(who, clara, (_key, said) => ({
          ...said,
          type: 'CertifySickness',
          request: `s-${key}`,
          certificate,
        }))(office, `${key}-certified`)
    },
)

const SOURCES = ['manual', 'opening', 'correction', 'toil', 'bought'] as const
const anyCredit = fc
  .tuple(
    anyone,
    anyType,
    fc.constantFrom(...SOURCES),
    fc.integer({ min: -50_000, max: 99_999 }),
    anyDay,
    fc.option(fc.integer({ min: 0, max: 200 })),
    fc.boolean(),
  )
  .map(([who, leaveType, source, n, from, valid, override]) =>
    doing(who, clara, (key, said) => ({
      ...said,
      type: 'Credit',
      credit: `c-${key}`,
      leaveType,
      source,
      n,
      unit: null,
      from,
      until: valid === null ? null : addDays(from, valid),
      note: null,
      override,
    })),
  )

/** Entered by mistake, and then as if it had not been. */
const anyRevoked = fc.tuple(anyone, anyDay).map(
  ([who, from]): Step =>
    async (office, key) => {
      await doing(who, clara, (_key, said) => ({
        ...said,
        type: 'Credit',
        credit: `c-${key}`,
        leaveType: 'vacation',
        source: 'manual',
        unit: null,
        n: 20_000,
        from,
        until: null,
        note: null,
        override: true,
      }))(office, key)
      await doing(who, clara, (_key, said) => ({
        ...said,
        type: 'RevokeEntry',
        kind: 'credit',
        id: `c-${key}`,
        override: true,
        note: null,
      }))(office, `${key}-revoked`)
    },
)

const anyPayOut = fc.tuple(anyone, fc.integer({ min: 1, max: 30_000 })).map(([who, n]) =>
  doing(who, clara, (key, said) => ({
    ...said,
    type: 'PayOut',
    payOut: `p-${key}`,
    leaveType: 'vacation',
    n,
    unit: null,
    note: null,
  })),
)

const anyWork = fc
  .tuple(anyone, anyDay, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 6_000 }))
  .map(([who, first, n, minutes]) =>
    doing(who, clara, (key, said) => ({
      ...said,
      type: 'RecordWork',
      record: `w-${key}`,
      first,
      last: addDays(first, n),
      minutes,
    })),
  )

const anyClosing = anyone.map((who) =>
  doing(who, clara, (_key, { on }) => ({ type: 'CloseYear', leaveType: 'vacation', last: day('2025-12-31'), on })),
)

const anyFrom = fc.constantFrom('2024-01-01', '2025-01-01', '2025-07-01', '2026-01-01', '2026-04-15').map(day)
/** Whom each is for, from the first word to the last: what is taken back from somebody would leave other traces. */
const aims: Readonly<Record<string, AppliesTo>> = {
  monthly: { teams: ['design'] },
  'part-time': { persons: ['ana' as PersonId, 'ben' as PersonId], countries: ['PT', 'DE'] },
  early: { locations: ['berlin', 'porto'] },
  nobodys: { teams: [] },
}
const documents = [
  ['policy', 'plain', { leaveType: 'vacation', entitlement: { plan: { stages: [{ amount: 24 }] } } }],
  [
    'policy',
    'plain',
    { leaveType: 'vacation', entitlement: { plan: { stages: [{ amount: 30, carryOver: { most: 5 } }] } } },
  ],
  [
    'policy',
    'monthly',
    {
      leaveType: 'vacation',
      counting: { sandwich: 'adjoining' },
      entitlement: {
        plan: { stages: [{ amount: 2.5, per: 'grant', frequency: { every: 'month', on: 'leaveYear' } }] },
      },
    },
  ],
  ['policy', 'overtime', { leaveType: 'overtime', unit: 'hour', entitlement: {} }],
  ['policy', 'nobodys', { leaveType: 'vacation' }],
  ['schedule', 'part-time', { 'mon-wed': 8, thu: '09:00-13:00' }],
  ['schedule', 'early', { 'mon-fri': '06:00-14:00' }],
  ['calendar', 'lisbon', { holidays: [{ date: '2026-06-10', name: 'Camões, "Portugal"' }], closings: [] }],
  [
    'calendar',
    'berlin',
    {
      holidays: [{ date: '2026-10-03', part: 'am', name: '=Einheit;\n' }],
      closings: [{ first: '2026-12-24', last: '2026-12-31', name: 'Ruhe' }],
    },
  ],
  [
    'leaveTypes',
    'all',
    [
      { id: 'vacation', name: 'Urlaub' },
      { id: 'sick', name: 'Krank', sickness: {} },
      { id: 'overtime', name: 'Überstunden' },
    ],
  ],
] as const
const anySetting = fc.tuple(fc.constantFrom(...documents), anyFrom, fc.integer({ min: 0, max: 9 })).map(
  ([[kind, id, document], from, chance]): Step =>
    async (office, key) => {
      const ends = chance === 0 && kind === 'policy'
      const { settings } = await tellCompany(office.world, office.tenant)
      const done = await saveSetting(office.world)({
        actor: office.clara,
        meta: metaOf(office, key, { actor: office.clara.person }),
        input: {
          kind,
          id,
          document: ends ? null : JSON.stringify(document),
          from: ends ? day('2026-09-01') : kind === 'leaveTypes' ? day('2024-01-01') : from,
          appliesTo: aims[id] ?? {},
          seen: settings.length,
        },
      })
      if (!done.ok && done.error.type === 'InvalidDocument') throw new Error(JSON.stringify(done.error))
      await settled(office)
    },
)

/** Time passes, so that what comes after it is asked for and decided on another day. */
const anyPause = fc.integer({ min: 1, max: 60 }).map(
  (n): Step =>
    async ({ clock }) => {
      clock.set(`${addDays(utcDate(clock.now()), n)}T08:00:00.000Z`)
    },
)

/** Settings of the company, and what its people do and are given, in any order. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: anySetting, weight: 5 },
  { arbitrary: anyWish, weight: 6 },
  { arbitrary: anyPair, weight: 3 },
  { arbitrary: anySickInLeave, weight: 2 },
  { arbitrary: anyEntered, weight: 2 },
  { arbitrary: anySickness, weight: 2 },
  { arbitrary: anyCredit, weight: 3 },
  { arbitrary: anyPause, weight: 2 },
  anyRevoked,
  anyPayOut,
  anyWork,
  anyClosing,
)
